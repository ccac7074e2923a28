import type { City, Person } from '../city/city.ts';
import { escapeHtml, plainPage } from '../html.ts';

const SHOWN = 200;

/** The page that stands for Entra's sign-in page: choose who to be, no password asked. */
export function authorizePage(cities: readonly City[], query: URLSearchParams): string {
  const wanted = (query.get('sandbox_q') ?? '').trim();
  const groups = cities.map((city) => cityHtml(city, query, wanted)).join('');
  const hidden = [...query]
    .filter(([name]) => name !== 'sandbox_q')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return plainPage(
    'サインイン(サンドボックス)',
    `<h1>サインインする人を選んでください</h1>
<p>演習用のサンドボックスです。ここに出る人はすべて架空で、パスワードは要りません。</p>
<form method="get">${hidden}<input name="sandbox_q" value="${escapeHtml(wanted)}" aria-label="名前・所属・サインイン名で探す" placeholder="名前・所属・サインイン名"><button>探す</button></form>
${groups}`,
  );
}

export function authorizeErrorPage(message: string): string {
  return plainPage(
    'サインインできません',
    `<h1>サインインできません</h1><p>アプリからの依頼に誤りがあります。管理者に次の文を伝えてください。</p><p><code>${escapeHtml(message)}</code></p>`,
  );
}

function cityHtml(city: City, query: URLSearchParams, wanted: string): string {
  const found = city.people.filter((person) => wanted === '' || searchText(person).includes(wanted));
  const rows = found.slice(0, SHOWN).map((person) => rowHtml(person, query));
  const rest = found.length > SHOWN ? `<p>ほかに${found.length - SHOWN}人います。上の欄で探してください。</p>` : '';
  const none = found.length === 0 ? '<p>あてはまる人がいません。</p>' : '';
  return `<h2>${escapeHtml(city.name)}</h2><ul>${rows.join('')}</ul>${none}${rest}`;
}

function rowHtml(person: Person, query: URLSearchParams): string {
  const next = new URLSearchParams(query);
  next.delete('sandbox_q');
  next.set('sandbox_user', person.signInName);
  const { department, section, subsection } = person.unitNames;
  const place = [department, section, subsection, person.jobTitle].filter((part) => part !== null).join(' ');
  return `<li><a href="?${escapeHtml(next.toString())}">${escapeHtml(person.displayName)}<small>${escapeHtml(place)} ・ ${escapeHtml(person.signInName)}</small></a></li>`;
}

function searchText(person: Person): string {
  const { department, section, subsection } = person.unitNames;
  return [
    person.displayName,
    person.displayNameKana,
    person.signInName,
    person.jobTitle,
    department,
    section,
    subsection,
  ].join(' ');
}
