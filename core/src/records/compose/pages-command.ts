import { type Actor, type Directory, hasRole } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { cardOf, heading, text } from '../../shared/card-elements.ts';
import { type Caller, type ChatCommand, type ChatMessage, type Locale, say } from '../../shared/index.ts';
import { pagesTexts } from './pages-text.ts';

export interface PagesParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'actorOf' | 'actorsWith'>;
  /** Where the tab shows one of its pages; empty where nobody knows. */
  readonly pageUrl: (page: string) => string;
}

/** Each page of the tab, and how people call it. */
const PAGES = {
  register: { path: 'records', words: ['文書収発簿', '収発簿', '収受簿', '文書件名簿', 'register'] },
  receipts: { path: 'records/receipts', words: ['収受の配布', '収受', '文書の配布', '文書配布'] },
  folders: { path: 'records/folders', words: ['簿冊', '簿冊一覧', 'folders'] },
  search: { path: 'records/search', words: ['検索履歴', '検索の履歴', '文書の検索履歴'] },
  paper: { path: 'records/paper', words: ['書庫', '文書庫', '文書の箱', 'paper'] },
  disposals: { path: 'records/disposals', words: ['廃棄', '移管', '廃棄・移管', '文書の廃棄', '文書廃棄', 'disposal'] },
  disclosures: { path: 'records/disclosures', words: ['開示請求', '情報公開', 'disclosure'] },
  space: { path: 'records/space', words: ['容量', '文書の容量', 'space'] },
  catalogue: { path: 'records/catalogue', words: ['文書目録', '目録', 'ファイル管理簿', 'catalogue'] },
  templates: { path: 'records/templates', words: ['様式', '文書の様式', '文書様式', 'templates'] },
  postage: { path: 'records/postage', words: ['郵便', '郵便料金', 'postage'] },
} as const;
type Page = keyof typeof PAGES;

const OF_ALL = ['文書管理', 'records'];
const OF_FILING = ['文書登録', '文書の登録', '文書を登録', '文書登録する', '文書を登録する', '収受登録', '収受を登録'];
const OF_OFFICERS = [
  '文書主任',
  '文書主任は誰',
  '文書主任はだれ',
  '今週の仕事',
  '文書主任の今週の仕事',
  'records officer',
];
/** Teams puts six buttons on a card at most. */
const FIRST_PAGES: readonly Page[] = ['register', 'folders', 'search', 'disposals', 'paper'];

type Code = keyof typeof pagesTexts extends `records.page_${infer Rest}` ? Rest : never;
const words = (locale: Locale, code: Code, params: Record<string, string> = {}): string =>
  say(pagesTexts, `records.page_${code}`, locale, params) ?? code;

interface Shown {
  readonly title: string;
  readonly about: string;
  readonly links: readonly { readonly path: string; readonly name: string }[];
}

function cardFor({ title, about, links }: Shown, locale: Locale, { pageUrl }: PagesParts): ChatMessage {
  const actions = links.flatMap(({ path, name }) => {
    const url = pageUrl(path);
    return url === '' ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'open', { page: name }), url }];
  });
  return { kind: 'card', card: cardOf(locale, [heading(title), text(about)], actions), summary: title };
}

const linkTo = (page: Page, locale: Locale) => ({ path: PAGES[page].path, name: words(locale, page) });

const named = ({ name, posts }: Actor): string => (posts[0] ? `${name}（${posts[0].unitName}）` : name);

/** Who they are, and for one of them the way to the work. */
async function officers(parts: PagesParts, caller: Caller): Promise<Shown> {
  const { locale } = caller;
  const { actor, there } = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const asking = await parts.directory.actorOf(tx, caller);
    const own = new Set(asking.posts.map(({ sectionId }) => sectionId));
    const all = await parts.directory.actorsWith(tx, 'RECORDS_OFFICER');
    return { actor: asking, there: all.filter(({ posts }) => posts.some(({ sectionId }) => own.has(sectionId))) };
  });
  const names = there.map(named).join(locale === 'ja' ? '、' : ', ');
  const works = hasRole(actor, 'RECORDS_OFFICER') || hasRole(actor, 'CHIEF_RECORDS_MANAGER');
  return {
    title: words(locale, 'officer'),
    about: there.length === 0 ? words(locale, 'officer_none') : words(locale, 'officer_about', { names }),
    links: works ? [{ path: 'records/todo', name: words(locale, 'todo') }] : [],
  };
}

async function shownFor(parts: PagesParts, caller: Caller, word: string): Promise<Shown> {
  const { locale } = caller;
  if (OF_OFFICERS.includes(word)) return officers(parts, caller);
  if (OF_FILING.includes(word))
    return {
      ...{ title: words(locale, 'filing'), about: words(locale, 'filing_about') },
      links: [linkTo('register', locale)],
    };
  const page = (Object.keys(PAGES) as Page[]).find((one) => (PAGES[one].words as readonly string[]).includes(word));
  if (page)
    return {
      ...{ title: words(locale, page), about: words(locale, `${page}_about`) },
      links: [linkTo(page, locale)],
    };
  return {
    ...{ title: words(locale, 'records'), about: words(locale, 'records_about') },
    links: FIRST_PAGES.map((one) => linkTo(one, locale)),
  };
}

/** 「文書管理」「簿冊」「文書主任」: what somebody names and does not search for; the page of it, or who it is. */
export const pagesCommand = (parts: PagesParts): ChatCommand => ({
  words: [...OF_ALL, ...OF_FILING, ...OF_OFFICERS, ...Object.values(PAGES).flatMap((page) => page.words)],
  alone: true,
  help: {
    ja: '「文書管理」「文書収発簿」「簿冊」「文書目録」「書庫」「廃棄」「開示請求」など：その画面への入り口を示します。「文書主任」：あなたの課の文書主任を示します。',
    en: '“records”, “register”, “folders”, “catalogue”, “paper”, “disposal”, “disclosure”: the way to that page. “records officer”: who it is in your section.',
  },
  handle: async (caller, word) => [cardFor(await shownFor(parts, caller, word), caller.locale, parts)],
});
