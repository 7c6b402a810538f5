// The launcher's few words. The page's language chooses; a page may set its own label with data-label.

interface Words {
  open: string;
  close: string;
  unread: string; // follows the number
}

const kWords: Record<string, Words> = {
  en: { open: "Chat with us", close: "Close chat", unread: "new" },
  es: { open: "Chatee con nosotros", close: "Cerrar el chat", unread: "nuevos" },
};

export const wordsFor = (language: string): Words => kWords[language.slice(0, 2).toLowerCase()] ?? (kWords.en as Words);
