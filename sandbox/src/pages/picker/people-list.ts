import { h } from '../dom.ts';
import type { Say } from '../text.ts';
import type { Municipality, Person } from '../window-api.ts';
import { type Department, groupByUnit } from './group-people.ts';
import { personCard } from './person-card.ts';

export interface ListOptions {
  readonly tabUrl: string;
  readonly newTab: boolean;
  /** While searching everybody found is shown at once, without the fixed people apart. */
  readonly searching: boolean;
}

export function municipalityView(say: Say, municipality: Municipality, options: ListOptions): HTMLElement {
  const { people, total, name } = municipality;
  const fixed = options.searching ? [] : people.filter((person) => person.fixed);
  const marked = (person: Person) => options.searching || !person.fixed;
  const heading = `municipality-${municipality.tenantId}`;
  return h(
    'section',
    { attrs: { class: 'municipality', 'aria-labelledby': heading } },
    h(
      'h2',
      { attrs: { id: heading } },
      name,
      h(
        'span',
        { attrs: { class: 'count' } },
        say('picker.count', { count: options.searching ? people.length : total }),
      ),
    ),
    fixed.length > 0 && h('h3', {}, say('picker.fixed')),
    fixed.length > 0 && peopleList(fixed.map((person) => personCard(say, { person, ...options, marked: true }))),
    fixed.length > 0 && h('h3', {}, say('picker.everyone')),
    ...groupByUnit(people).map((department) => departmentView(say, department, { ...options, marked })),
    !options.searching &&
      people.length < total &&
      h('p', { attrs: { class: 'hint' } }, say('picker.more', { total, shown: people.length })),
  );
}

function departmentView(
  say: Say,
  department: Department,
  options: ListOptions & { readonly marked: (person: Person) => boolean },
): HTMLElement {
  return h(
    'details',
    { attrs: { class: 'department', open: true } },
    h(
      'summary',
      {},
      department.name ?? say('picker.top'),
      h('span', { attrs: { class: 'count' } }, say('picker.count', { count: department.count })),
    ),
    ...department.sections.flatMap((section) => [
      section.name !== null && h('h4', {}, section.name),
      peopleList(
        section.people.map((person) => personCard(say, { person, ...options, marked: options.marked(person) })),
      ),
    ]),
  );
}

function peopleList(cards: readonly HTMLElement[]): HTMLElement {
  return h('ul', { attrs: { class: 'people' } }, ...cards);
}
