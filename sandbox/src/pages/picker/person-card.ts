import { h } from '../dom.ts';
import type { Say } from '../text.ts';
import type { Person } from '../window-api.ts';

export interface PersonCardOptions {
  readonly person: Person;
  readonly tabUrl: string;
  readonly newTab: boolean;
  /** A person shown both on top and under the unit answers to the test id once only. */
  readonly marked: boolean;
}

export function personCard(say: Say, { person, tabUrl, newTab, marked }: PersonCardOptions): HTMLElement {
  const as = encodeURIComponent(person.signInName);
  const link = (label: string, address: string, testId: string) =>
    h(
      'a',
      {
        attrs: {
          href: address,
          class: testId === 'open-teams' ? 'button primary' : 'button',
          'aria-label': `${label}: ${person.displayName}`,
          ...(newTab ? { target: '_blank', rel: 'noopener' } : {}),
        },
        testId,
      },
      label,
    );
  return h(
    'li',
    { attrs: { class: 'person' }, ...(marked ? { testId: `person-${person.signInName}` } : {}) },
    h('span', { attrs: { class: 'avatar', 'aria-hidden': 'true' } }, person.displayName.slice(0, 1)),
    h(
      'div',
      { attrs: { class: 'who' } },
      h('strong', {}, person.displayName),
      h('span', { attrs: { class: 'post' } }, postsOf(say, person)),
      person.duty !== null && h('span', { attrs: { class: 'duty' } }, person.duty),
      h('span', { attrs: { class: 'sign-in-name' } }, person.signInName),
    ),
    h(
      'div',
      { attrs: { class: 'open' } },
      link(say('picker.openTeams'), `/teams?as=${as}`, 'open-teams'),
      link(say('picker.openWord'), `/word?as=${as}`, 'open-word'),
      link(say('picker.openTab'), tabAddress(tabUrl, person), 'open-tab'),
      link(say('picker.openMail'), `/mail?as=${as}`, 'open-mail'),
      link(say('picker.openCalendar'), `/outlook?as=${as}`, 'open-calendar'),
    ),
  );
}

/** The tab signs in by itself in a plain browser; the hint spares choosing the person a second time. */
function tabAddress(tabUrl: string, person: Person): string {
  const address = new URL(tabUrl);
  address.searchParams.set('login_hint', person.signInName);
  return address.href;
}

function postsOf(say: Say, person: Person): string {
  if (person.posts.length === 0)
    return [person.section ?? person.department, person.jobTitle].filter(Boolean).join(' ');
  return person.posts
    .map((post) => `${post.unit} ${post.title}${post.concurrent ? `(${say('picker.concurrent')})` : ''}`)
    .join('、');
}
