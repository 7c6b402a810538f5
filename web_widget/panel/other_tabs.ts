// The panel's other pages in this browser: told when the visitor ends a chat and clears this device, so that no tab keeps it. Only the
// conversation's name is said, never its key; a browser that has no such channel has nothing to tell.
const kChannel = "anteroom";

export class OtherTabs {
  private readonly channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(kChannel);

  constructor(ended: (conversation: string) => void) {
    if (!this.channel) return;
    this.channel.onmessage = ({ data }: MessageEvent<{ ended?: unknown }>) => {
      if (typeof data?.ended === "string") ended(data.ended);
    };
  }

  tellEnded(conversation: string): void {
    this.channel?.postMessage({ ended: conversation });
  }
}
