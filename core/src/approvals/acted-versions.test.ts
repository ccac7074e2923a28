import { describe, expect, it } from '@jest/globals';
import { versionsActedOn } from './acted-versions.ts';

describe('R-10: versions of a document on which somebody acted', () => {
  it('are those that lay there at an act of anybody but the drafter alone', () => {
    expect(
      versionsActedOn([
        ...(['DRAFTED', 'DOCUMENT_REPLACED', 'EDITED', 'SUBMITTED', 'WITHDRAWAL_REQUESTED', 'REMINDED'] as const),
        ...(['DOCUMENT_REPLACED', 'SUBMITTED', 'CONSENTED', 'SENT_BACK'] as const),
        ...(['DOCUMENT_REPLACED', 'DOCUMENT_REPLACED', 'SUBMITTED', 'APPROVED', 'DECIDED', 'ISSUED'] as const),
      ]),
    ).toEqual({ actedOn: [3, 5], last: 5 });
  });

  it('are also those on which somebody only asked, received it for a section, or passed over another', () => {
    for (const act of ['ASKED', 'RECEIVED', 'PASSED_OVER', 'READ', 'OBJECTED', 'PULLED_BACK'] as const)
      expect(versionsActedOn(['DRAFTED', 'SUBMITTED', act, 'DOCUMENT_REPLACED'])).toEqual({ actedOn: [1], last: 2 });
  });

  it('are also those that whoever had the case gave back on the wish of the drafter', () => {
    for (const settled of ['WITHDRAWAL_CONFIRMED', 'WITHDRAWAL_DECLINED'] as const)
      expect(
        versionsActedOn(['DRAFTED', 'SUBMITTED', 'WITHDRAWAL_REQUESTED', settled, 'DOCUMENT_REPLACED', 'SUBMITTED']),
      ).toEqual({ actedOn: [1], last: 2 });
  });

  it('are none of a draft that nobody saw', () => {
    expect(versionsActedOn(['DRAFTED', 'DOCUMENT_REPLACED'])).toEqual({ actedOn: [], last: 2 });
  });
});
