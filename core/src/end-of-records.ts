import { type Approvals, attachmentNames, disposalCases, outcomeOf } from './approvals/index.ts';
import type { SuiteOptions } from './capabilities.ts';
import type { Directory } from './directory/index.ts';
import type { JobSpec } from './platform/index.ts';
import {
  createDisposal,
  type Disposal,
  disposalJobs,
  forgetRecordWords,
  forgetRenditions,
  type NamesOf,
  type Packages,
  recordFileNames,
  renditionNames,
} from './records/index.ts';
import type { Regulations } from './regulations/index.ts';

/** Everybody who counts on stored bytes: what is still named is never removed. */
const NAMES: readonly NamesOf[] = [recordFileNames, attachmentNames, renditionNames];

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
    names,
    forget: [forgetRecordWords, forgetRenditions],
    writePackage,
    backupDays: given.backupDays ?? null,
  };
  const ending = { ...given, ...more };
  const disposal: Disposal = createDisposal(ending);
  return {
    disposal,
    /** What they do in the background; the cases are built after the records. */
    work: (above: { readonly approvals: Approvals; readonly regulations: Regulations }) => [
      disposalJobs(ending),
      disposalCases({ ...given, ...above, disposal, names }),
    ],
  };
}
