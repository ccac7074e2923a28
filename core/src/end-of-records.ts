import {
  type Approvals,
  actedVersions,
  attachmentNames,
  disposalCases,
  forgetAttachments,
  forgetCaseWords,
  outcomeOf,
  partInCase,
} from './approvals/index.ts';
import type { SuiteOptions } from './capabilities.ts';
import type { Directory } from './directory/index.ts';
import { minutesNames, recordingEndings } from './minutes/index.ts';
import type { JobSpec, Tx } from './platform/index.ts';
import {
  createDisposal,
  createPaper,
  createPruning,
  createSpace,
  type Disposal,
  disposalJobs,
  disposalRoutes,
  forgetCapture,
  forgetRecordWords,
  forgetRedactions,
  forgetRenditions,
  type NamesOf,
  type Packages,
  paperJobs,
  paperRoutes,
  pruningJobs,
  pruningRoutes,
  recordFileNames,
  redactionNames,
  renditionNames,
  spaceJobs,
  spaceRoutes,
} from './records/index.ts';
import type { Regulations } from './regulations/index.ts';
import { paperNames } from './schedules/index.ts';
import type { Route } from './shared/index.ts';

/** Everybody who counts on stored bytes: what is still named is never removed. */
const NAMES: readonly NamesOf[] = [
  recordFileNames,
  attachmentNames,
  renditionNames,
  redactionNames,
  minutesNames,
  paperNames,
];

type Given = Pick<SuiteOptions, 'db' | 'blobs' | 'clock' | 'report' | 'backupDays'> & {
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly wake: () => void;
  readonly stopping?: AbortSignal | undefined;
  readonly packages: Pick<Packages, 'write'>;
  /** Whether the person takes part in the case today. */
  readonly participates: (tx: Tx, caseId: string, staffId: string) => Promise<boolean>;
};

/** The end of records, with those above them who decide upon it and who let go of what is theirs. */
export function endOfRecords(given: Given) {
  const names = () => NAMES;
  const writePackage = given.packages.write;
  const more = {
    caseOf: outcomeOf,
    partInCase,
    names,
    forget: [
      ...[forgetRecordWords, forgetCapture, forgetRenditions, forgetRedactions],
      ...[forgetAttachments, forgetCaseWords],
    ],
    writePackage,
    others: [recordingEndings(given)],
    backupDays: given.backupDays ?? null,
  };
  const ending = { ...given, ...more };
  const disposal: Disposal = createDisposal(ending);
  const pruning = { ...given, partInCase, actedVersions, names };
  const space = createSpace({ ...given, partInCase });
  const routes: readonly Route[] = [
    ...disposalRoutes(disposal),
    ...paperRoutes(createPaper({ ...given, partInCase })),
    ...spaceRoutes(space),
    ...pruningRoutes(createPruning(pruning)),
  ];
  return {
    disposal,
    space,
    routes,
    /** What they do in the background; the cases are built after the records. */
    work: (above: { readonly approvals: Approvals }) => [
      disposalJobs(ending),
      pruningJobs(pruning),
      paperJobs({ ...given, ...above }),
      spaceJobs({ ...given, ...above, space }),
      disposalCases({ ...given, ...above, disposal }),
    ],
  };
}
