type Json = Readonly<Record<string, unknown>>;

/** The highest version that Teams shows for bots. */
const newest = { major: 1, minor: 5 };

export function isCard(content: unknown): content is Json {
  return isRecord(content) && content.type === 'AdaptiveCard';
}

export function isTooNew(card: Json): boolean {
  const match = /^(\d+)\.(\d+)/.exec(typeof card.version === 'string' ? card.version : '');
  if (match === null) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major > newest.major || (major === newest.major && minor > newest.minor);
}

/** What the card asks to be done by itself when a person sees it, so that everyone gets their own view. */
export function refreshAction(card: unknown): Json | null {
  const refresh = isCard(card) ? card.refresh : null;
  const action = isRecord(refresh) ? refresh.action : null;
  return isRecord(action) && action.type === 'Action.Execute' ? action : null;
}

/**
 * The card as it will be drawn: a required field without a sentence of its own gets ours (the renderer would
 * stay silent), and what the person had typed before the card changed under them is still there.
 */
export function prepareCard(card: Json, requiredSentence: string, typed: Readonly<Record<string, string>>): Json {
  const prepared = walk(card, (node) => {
    if (typeof node.type !== 'string' || !node.type.startsWith('Input.')) return node;
    const id = typeof node.id === 'string' ? node.id : '';
    const kept = typed[id];
    return {
      ...node,
      ...(node.isRequired === true && !node.errorMessage ? { errorMessage: requiredSentence } : {}),
      ...(kept === undefined || kept === '' ? {} : { value: kept }),
    };
  });
  return isRecord(prepared) ? prepared : card;
}

function walk(value: unknown, change: (node: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (!isRecord(value)) return value;
  const changed = change(value);
  return Object.fromEntries(
    // `data` belongs to the bot: it may look like a card and must come back untouched.
    Object.entries(changed).map(([key, child]) => [key, key === 'data' ? child : walk(child, change)]),
  );
}

/** A few words for a card: what the bot offers for notifications, else its first text. */
export function cardSummary(card: unknown): string {
  if (!isRecord(card)) return '';
  for (const key of ['speak', 'fallbackText']) {
    const text = card[key];
    if (typeof text === 'string' && text !== '') return text;
  }
  return firstText(card.body) ?? '';
}

function firstText(value: unknown): string | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const text = firstText(item);
      if (text !== null) return text;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  if (value.type === 'TextBlock' && typeof value.text === 'string' && value.text !== '') return value.text;
  return firstText(value.items) ?? firstText(value.columns) ?? firstText(value.inlines);
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
