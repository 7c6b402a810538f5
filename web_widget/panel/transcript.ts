// The conversation as plain text for the visitor's own keeping. Pure.
import type { Conversation } from "./conversation.ts";
import type { Strings } from "./strings.ts";

export function transcript(conversation: Conversation, strings: Strings): string {
  const names = { visitor: strings.you_said, bot: strings.bot_said, agent: strings.agent_said };
  const lines = conversation.lines.map(({ from, name, text, at }) => {
    const time = at === undefined ? "" : ` (${at.slice(0, 16).replace("T", " ")} UTC)`;
    return `${name ?? names[from]}${time}:\n${text}\n`;
  });
  return [conversation.practice.name, "", ...lines].join("\n");
}
