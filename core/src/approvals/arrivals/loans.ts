import { z } from 'zod';
import type { Directory } from '../../directory/index.ts';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task, Tx } from '../../platform/index.ts';
import { LOAN_OVERDUE, type LoanToTell, loanToTell } from '../../records/index.ts';
import { cardOf, dayWord, heading, text } from '../../shared/card-elements.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { ArrivalParts } from './arrivals.ts';
import { officersOrHead } from './officers.ts';
import { arrivalTexts } from './text.ts';
import { openPage, type ToTab } from './to-tab.ts';

const SUBJECT = 'approvals/loan';
const TASK = 'approvals/tell-loan';
const Overdue = z.object({ loanId: z.uuid(), to: z.enum(['BORROWER', 'OFFICER']) });
const ToTell = Overdue.extend({ municipalityId: z.uuid() });
const Shown = z.tuple([Overdue.shape.to, z.uuid()]);

type Parts = Pick<ArrivalParts, 'db' | 'directory' | 'notifications'> & ToTab;

/** 借覧の督促: first whoever has the box, and where it does not come back the 文書主任 of its section. */
export function loansTold(parts: Parts): { tasks: Record<string, Task>; subscriber: Subscriber; shown: ShownInChat } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === LOAN_OVERDUE ? [{ task: TASK, payload: { municipalityId, ...Overdue.parse(payload) } }] : [],
      ),
    tasks: { [TASK]: (payload) => tell(parts, ToTell.parse(payload)) },
    shown: {
      prefix: SUBJECT,
      render: (onlooker, id) => rendered(parts, onlooker, id),
      waitingFor: async () => [],
    },
  };
}

type To = z.infer<typeof Overdue>['to'];

/** Who is to hear of it today. */
const toldOf = async (directory: Directory, tx: Tx, loan: LoanToTell, to: To): Promise<string[]> =>
  to === 'BORROWER' ? [loan.staffId] : officersOrHead(directory, tx, loan.unitId);

async function tell({ db, directory, notifications }: Parts, { municipalityId, loanId, to }: z.infer<typeof ToTell>) {
  const fresh = await db.singly(municipalityId, async (tx) => {
    const loan = await loanToTell(tx, loanId);
    return loan ? toldOf(directory, tx, loan, to) : [];
  });
  if (fresh.length === 0) return;
  await notifications.show(municipalityId, [{ subject: `${SUBJECT}/${to}.${loanId}`, version: 1, fresh }]);
}

function messageOf(parts: ToTab, { loan, to, locale }: { loan: LoanToTell; to: To; locale: Locale }) {
  const { code, title, place, borrower, dueOn } = loan;
  const said = { code, title, place, borrower, day: dayWord(dueOn, locale) };
  const words = (name: string) => say(arrivalTexts, `approvals.arrival.${name}`, locale, said) ?? '';
  const summary = words(to === 'BORROWER' ? 'loan_mine' : 'loan_theirs');
  const body = [heading(summary), text(words(to === 'BORROWER' ? 'loan_mine_body' : 'loan_theirs_body'))];
  const actions = openPage(parts, `records/paper/${loan.boxId}`, words('loan_open'));
  return { kind: 'card' as const, card: cardOf(locale, body, actions), summary };
}

const rendered = (parts: Parts, { municipalityId, staffId, locale }: Onlooker, subject: string) =>
  parts.db.singly(municipalityId, async (tx) => {
    const shown = Shown.safeParse(subject.split('.'));
    if (!shown.success) return null;
    const [to, loanId] = shown.data;
    const loan = await loanToTell(tx, loanId);
    if (!loan || !(await toldOf(parts.directory, tx, loan, to)).includes(staffId)) return null;
    return messageOf(parts, { loan, to, locale });
  });
