import type { Locale, Sentence } from '../shared/index.ts';
import type { MattersView } from './contract.ts';
import { factsOf } from './engine/asking.ts';
import { groupName, type Pack } from './engine/pack.ts';
import type { Fact } from './language/schema.ts';

function presentFact({ key, type, label, help, optional, choices }: Fact, locale: Locale) {
  return {
    key,
    type,
    label: label[locale],
    help: help?.[locale] ?? null,
    optional: optional ?? false,
    choices: (choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[locale] })),
  };
}

/** The matters of a pack as the drafting page offers them. */
export function presentMatters(pack: Pack, locale: Locale): MattersView {
  const { file } = pack;
  const named = ({ code, name }: { code: string; name: Sentence }) => ({ code, name: name[locale] });
  return {
    regulationVersion: pack.version,
    regulation: file.title[locale],
    items: file.matters.map((matter) => ({
      ...named(matter),
      group: groupName(pack, matter.group)[locale],
      help: matter.help?.[locale] ?? null,
      minor: matter.minor,
      keywords: matter.keywords,
      classification: matter.classification ?? null,
      facts: factsOf(pack, matter).map((fact) => presentFact(fact, locale)),
    })),
    reasons: file.reasons.map(named),
    classes: file.ladder.map((step) => ({ code: step.class, name: step.name[locale] })),
    analogy: file.analogy !== undefined,
  };
}
