import { type Approvals, attachmentNames, disposalCases, outcomeOf, partInCase } from './approvals/index.ts';
import type { SuiteOptions } from './capabilities.ts';
import type { Directory } from './directory/index.ts';
import { minutesNames } from './minutes/index.ts';
import type { JobSpec } from './platform/index.ts';
import {
  createDisposal,
  createPaper,
  createSpace,
  type Disposal,
  disposalJobs,
  disposalRoutes,
  forgetRecordWords,
  forgetRedactions,
  forgetRenditions,
  type NamesOf,
  type Packages,
  paperJobs,
  paperRoutes,
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
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly wake: () => void;
  readonly packages: Pick<Packages, 'write'>;
};

/** The end of records, with those above them who decide upon it and who let go of what is theirs. */
export function endOfRecords(given: Given) {
  const names = () => NAMES;
  const writePackage = given.packages.write;
  const more = {
    caseOf: outcomeOf,
    partInCase,
    names,
    forget: [forgetRecordWords, forgetRenditions, forgetRedactions],
    writePackage,
    backupDays: given.backupDays ?? null,
  };
  const ending = { ...given, ...more };
  const disposal: Disposal = createDisposal(ending);
  const space = createSpace({ ...given, partInCase });
  const routes: readonly Route[] = [
    ...disposalRoutes(disposal),
    ...paperRoutes(createPaper({ ...given, partInCase })),
    ...spaceRoutes(space),
  ];
  return {
    disposal,
    space,
    routes,
    /** What they do in the background; the cases are built after the records. */
    work: (above: { readonly approvals: Approvals; readonly regulations: Regulations }) => [
      disposalJobs(ending),
      paperJobs({ ...given, ...above }),
      spaceJobs({ ...given, ...above, space }),
      disposalCases({ ...given, ...above, disposal, names }),
    ],
  };
}
