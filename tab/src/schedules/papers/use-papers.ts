import type { BookingPapers, PaperReading } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { EditionNamed, PapersOrder } from '../../api/booking-papers.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { SCHEDULES } from '../use-schedules.ts';

const keyOf = (bookingId: string) => [...SCHEDULES, 'papers', bookingId];

/** What is talked about in this meeting, and what lies before it? Refused: nothing of this reader's business. */
export function usePapers(bookingId: string): UseQueryResult<BookingPapers> {
  const { bookingPapers } = useApi();
  return useQuery({ queryKey: keyOf(bookingId), queryFn: ({ signal }) => bookingPapers.read(bookingId, signal) });
}

/** A file is the same wish as long as it is the same file. */
function wishOf(order: PapersOrder): unknown {
  if (order.to !== 'lay') return order;
  const { name, size, lastModified } = order.file;
  return { ...order, file: { name, size, lastModified } };
}

/** Once however often it is pressed. */
export function usePapersOrder(bookingId: string) {
  const { bookingPapers } = useApi();
  const queries = useQueryClient();
  const { keyOf: actionKey, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: PapersOrder): Promise<BookingPapers> =>
      bookingPapers.order(bookingId, order, actionKey(wishOf(order))),
    onSuccess: (papers) => {
      forget();
      queries.setQueryData(keyOf(bookingId), papers);
    },
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

/** The words of an edition, and what is different from an earlier one. They never change: asked for once. */
export function useReading(named: EditionNamed & { readonly against: number | null }): UseQueryResult<PaperReading> {
  const { bookingPapers } = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['paper-reading', named],
    queryFn: async ({ signal }) => {
      const reading = await bookingPapers.reading(named, signal);
      // That it was opened is part of what is said of the papers.
      void queries.invalidateQueries({ queryKey: keyOf(named.bookingId) });
      return reading;
    },
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
