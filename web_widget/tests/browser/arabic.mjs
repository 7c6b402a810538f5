// There is no Arabic practice: these are the labels and lines that a server of one would send, to see the panel from right to left.
export const kArabic = {
  labels: {
    automated: "مساعد آلي",
    agent_unnamed: "فريقنا",
    agent_here: "{name}، من فريقنا",
    agent_waiting: "تم إبلاغ فريقنا",
    agent_joined: "انضم {name} إلى المحادثة",
    messages: "الرسائل",
    conversation: "المحادثة",
    language: "اللغة",
    options: "خيارات",
    close: "إغلاق المحادثة",
    you_said: "أنت",
    bot_said: "المساعد",
    urgent: "عاجل",
    choices: "إجابات للاختيار",
    message: "رسالتك",
    placeholder: "اكتب إجابتك",
    placeholder_choices: "اختر أعلاه أو اكتب",
    send: "إرسال",
    progress: "تمت الإجابة على {done} من {total}",
    sending: "جارٍ الإرسال…",
    sent: "أُرسلت",
    unsent: "لم تُرسل بعد",
    refused: "لم تُرسل هذه الرسالة.",
    again: "حاول مرة أخرى",
    try_now: "حاول الآن",
    edit: "تعديل",
    remove: "إزالة",
    waiting: "لا يوجد اتصال. نحاول مرة أخرى، وما تكتبه محفوظ.",
    offline: "أنت غير متصل بالإنترنت. ما تكتبه محفوظ.",
    call_us: "يرجى الاتصال على {phone}.",
    replaced: "هذه المحادثة مفتوحة في نافذة أخرى.",
    take_back: "المتابعة هنا",
    ended: "لا يمكن متابعة المحادثة هنا.",
    transcript: "حفظ نسخة",
    forget: "إنهاء المحادثة ومسحها من هذا الجهاز",
    forget_title: "هل تريد إنهاء المحادثة ومسحها من هذا الجهاز؟",
    forget_text: "سيُحذف كل ما تراه هنا من هذا المتصفح. ما أخبرتنا به يبقى لدى العيادة.",
    forget_yes: "إنهاء ومسح",
    forget_no: "متابعة المحادثة",
    forgotten: "تم مسح المحادثة من هذا الجهاز.",
    start: "بدء محادثة جديدة",
  },
  emergency_line: "هل أنت في خطر؟ اتصل على 911. لا تُراقَب هذه المحادثة للطوارئ.",
  texts: [
    "أهلاً بك! أنا المساعد الآلي لعيادة Lakeside Health.",
    "كيف يمكننا مساعدتك اليوم؟",
    "ما رقم هاتفك؟ مثلاً (510) 555-0123.",
  ],
  choices: ["موعد جديد", "التصوير بالرنين المغناطيسي", "طب الأسنان", "العلاج الطبيعي", "شيء آخر"],
};

// What the server says, as a server of an Arabic practice would say it.
export function inArabic(frame) {
  const line = (entry) => ({
    ...entry,
    ...(entry.from !== "visitor" && { text: kArabic.texts[entry.seq % kArabic.texts.length] }),
    ...(entry.choices && {
      choices: entry.choices.map((one, i) => ({ ...one, label: kArabic.choices[i % kArabic.choices.length] })),
    }),
  });
  if (frame.type === "reply") return line(frame);
  if (frame.type !== "welcome") return frame;
  const labels = { ...frame.practice.labels, ...kArabic.labels };
  return {
    ...frame,
    language: "ar",
    history: frame.history.map(line),
    practice: { ...frame.practice, labels, emergency_line: kArabic.emergency_line },
    controls: frame.controls.map((one, i) => ({ ...one, label: ["رجوع", "التحدث إلى شخص", "البدء من جديد"][i % 3] })),
  };
}
