import type { Approvals } from '../../approvals/index.ts';
import type { Caller, Locale } from '../../shared/index.ts';
import type { ApplicationView } from '../applications/contract.ts';
import type { Applications } from '../applications/service.ts';
import { words } from './chat-words.ts';

/** What is said to somebody whose registration does not count yet, and the case by which it is decided. */
export interface Registering {
  readonly note: string;
  readonly caseId: string | null;
}

interface RegisteringParts {
  readonly applications: Pick<Applications, 'list'>;
  readonly approvals: Pick<Approvals, 'read'>;
}

async function nowWith({ approvals }: RegisteringParts, caller: Caller, caseId: string): Promise<string> {
  const { route } = await approvals.read(caller, caseId);
  const now = route.filter(({ status }) => status === 'ACTIVE');
  const named = now.map(({ unitName, postTitle, holders }) =>
    [unitName, postTitle, ...holders.map(({ name }) => name)].join(' '),
  );
  return named.join(caller.locale === 'ja' ? '、' : ', ');
}

const CODES = { SENT_BACK: 'registering_back', FILING: 'registering_made' } as const;

async function sayOf(parts: RegisteringParts, caller: Caller, { state, cases }: ApplicationView): Promise<Registering> {
  const { locale }: { locale: Locale } = caller;
  const caseId = cases.find((one) => one.caseId !== null && one.status !== 'DECIDED')?.caseId ?? null;
  if (state === 'SENT_BACK' || state === 'FILING') return { note: words(locale, CODES[state]), caseId };
  const who = caseId === null ? '' : await nowWith(parts, caller, caseId);
  return { note: who === '' ? words(locale, 'registering_made') : words(locale, 'registering', { who }), caseId };
}

/** How the registration that somebody has asked for stands; null where none is under way. */
export async function registeringOf(parts: RegisteringParts, caller: Caller): Promise<Registering | null> {
  const { items } = await parts.applications.list(caller, { kind: 'REGISTRATION', box: 'mine' });
  const asked = items.find(({ state }) => state === 'FILING' || state === 'REVIEW' || state === 'SENT_BACK');
  return asked ? sayOf(parts, caller, asked) : null;
}
