// The launcher's few words. The page's language chooses; a page may set its own label with data-label.

interface Words {
  open: string;
  close: string;
  unread: string; // follows the number
  opening: string;
  failed: string;
  call: string; // is followed by the number
  again: string;
}

const kWords: Record<string, Words> = {
  en: {
    open: "Chat with us",
    close: "Close chat",
    unread: "new",
    opening: "Opening the chat…",
    failed: "The chat cannot be reached just now.",
    call: "Please call",
    again: "Try again",
  },
  es: {
    open: "Chatee con nosotros",
    close: "Cerrar el chat",
    unread: "nuevos",
    opening: "Abriendo el chat…",
    failed: "No se puede abrir el chat en este momento.",
    call: "Por favor, llame al",
    again: "Intentar de nuevo",
  },
};

export const wordsFor = (language: string): Words => kWords[language.slice(0, 2).toLowerCase()] ?? (kWords.en as Words);
