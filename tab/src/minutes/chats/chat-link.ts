/** What somebody pasted: the chat it leads to, or by which code it leads to none. */
export type LinkedChat = { readonly chat: string } | { readonly wrong: 'missing' | 'channel' | 'wrong' };

const HOSTS = /^teams\.(?:microsoft\.com|cloud\.microsoft|live\.com|microsoft\.us)$/;
const CHAT = /^19:[^\s/]+@(?:thread\.v2|unq\.gbl\.spaces)$/;
const CHANNEL = /^19:[^\s/]+@thread\.(?:tacv2|skype)$/;

function partsOf(link: string): readonly string[] {
  if (!URL.canParse(link)) return [];
  const { protocol, hostname, pathname } = new URL(link);
  if (protocol !== 'https:' || !HOSTS.test(hostname)) return [];
  try {
    return pathname.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** The chat in a link that Teams gives for a message, a chat or a meeting: its key is one part of the path. */
export function linkedChat(typed: string): LinkedChat {
  const link = typed.trim();
  if (link === '') return { wrong: 'missing' };
  const parts = partsOf(link);
  const chat = parts.find((part) => CHAT.test(part));
  if (chat !== undefined) return { chat };
  return { wrong: parts.some((part) => CHANNEL.test(part)) ? 'channel' : 'wrong' };
}
