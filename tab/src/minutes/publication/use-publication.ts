import type { MeetingView, PublicationPreview, PublicationView, RedactionEdit } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { MEETING } from '../meetings/use-meetings.ts';
import { publicationText } from './text.ts';

export function usePublication(meetingId: string): UseQueryResult<PublicationView> {
  const { papers } = useApi();
  return useQuery({
    queryKey: MEETING(meetingId, 'publication'),
    queryFn: ({ signal }) => papers.publication(meetingId, signal),
  });
}

export function usePreview(meetingId: string): UseQueryResult<PublicationPreview> {
  const { papers } = useApi();
  return useQuery({
    queryKey: MEETING(meetingId, 'preview'),
    queryFn: ({ signal }) => papers.preview(meetingId, signal),
  });
}

function useRedacting(publication: PublicationView) {
  const { papers } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  const { meetingId, version } = publication;
  return useMutation({
    mutationFn: (edits: readonly RedactionEdit[]) => {
      const input = { version, edits: [...edits] };
      return papers.redact(meetingId, input, keys.keyOf(input));
    },
    onSuccess: async (view) => {
      keys.forget();
      queries.setQueryData(MEETING(meetingId, 'publication'), view);
      await queries.invalidateQueries({ queryKey: MEETING(meetingId, 'preview') });
    },
    // Refused, it fits no longer what stands there: both are looked at again.
    onError: () => queries.invalidateQueries({ queryKey: ['meeting', meetingId] }),
  });
}

/** What the parts of the page share. */
export interface PublicationDesk {
  readonly view: MeetingView;
  readonly publication: PublicationView;
  readonly preview: PublicationPreview;
  readonly busy: boolean;
  readonly error: unknown;
  readonly ground: string;
  readonly setGround: (ground: string) => void;
  /** Somebody wanted to redact without a ground. */
  readonly groundMissing: boolean;
  /** Null: they fit no longer what stands there. */
  readonly redact: (edits: readonly RedactionEdit[] | null, onDone?: () => void) => void;
  /** The same, once there is a ground; otherwise the person is asked for one. */
  readonly onGround: (edits: (ground: string) => readonly RedactionEdit[] | null, onDone?: () => void) => void;
}

export function usePublicationDesk(given: Pick<PublicationDesk, 'view' | 'publication' | 'preview'>): PublicationDesk {
  const t = useText(publicationText);
  const notify = useNotice();
  const queries = useQueryClient();
  const [ground, setGround] = useState('');
  const [groundMissing, setGroundMissing] = useState(false);
  const { mutate, isPending, error } = useRedacting(given.publication);
  const redact: PublicationDesk['redact'] = (edits, onDone) => {
    if (isPending) return;
    if (edits === null) void queries.invalidateQueries({ queryKey: ['meeting', given.view.id] });
    else
      mutate(edits, {
        onSuccess: () => {
          notify({ text: t('redact.done'), intent: 'success' });
          onDone?.();
        },
      });
  };
  return {
    ...{ ...given, busy: isPending, error, ground, groundMissing: groundMissing && ground.trim() === '', redact },
    setGround,
    onGround: (edits, onDone) => {
      const said = ground.trim();
      setGroundMissing(said === '');
      if (said !== '') redact(edits(said), onDone);
    },
  };
}
