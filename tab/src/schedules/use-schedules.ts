import type {
  BookInput,
  BookingsPage,
  BookingsQuery,
  BookingView,
  EntryInput,
  EntryView,
  RoomBooked,
  RoomsView,
  SlotsInput,
  SlotsView,
  WeekView,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type {
  BookingCancellation,
  BookingChange,
  EntryChange,
  EntryRemoval,
  RoomBooking,
  WeekWish,
} from '../api/schedules.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

/** Everything of 予定 is asked for anew together. */
export const SCHEDULES = ['schedules'];
const MINUTE_MS = 60_000;
const AGAIN_MS = 5 * MINUTE_MS;

/** Who does what in these days? What is told to open pages brings it anew; every five minutes for how old it is. */
export function useWeek(wish: WeekWish): UseQueryResult<WeekView> {
  const { schedules } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'week', wish],
    queryFn: ({ signal }) => schedules.week(wish, signal),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

/** An own entry: a new one, another one in its place, or none. Once however often it is pressed. */
export type EntryOrder =
  | { readonly to: 'enter'; readonly entry: EntryInput }
  | { readonly to: 'change'; readonly change: EntryChange }
  | { readonly to: 'remove'; readonly removal: EntryRemoval };

export function useEntryOrder() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async (order: EntryOrder): Promise<EntryView | null> => {
      if (order.to === 'enter') return schedules.enter(order.entry, keyOf(order));
      if (order.to === 'change') return schedules.change(order.change, keyOf(order));
      await schedules.remove(order.removal);
      return null;
    },
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

/** Which rooms are taken when? Every minute too, because what is free now ends by itself. */
export function useRooms(day: string): UseQueryResult<RoomsView> {
  const { schedules } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'rooms', day],
    queryFn: ({ signal }) => schedules.rooms(day, signal),
    refetchInterval: MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

export function useBookRoom() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (booking: RoomBooking): Promise<RoomBooked> => schedules.bookRoom(booking, keyOf(booking)),
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

/** When can they meet? Asked only when somebody presses. */
export function useSlots() {
  const { schedules } = useApi();
  return useMutation({ mutationFn: (input: SlotsInput): Promise<SlotsView> => schedules.slots(input) });
}

export function useBook() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (input: BookInput): Promise<BookingView> => schedules.book(input, keyOf(input)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

/** Those of mine that are to come, or that are over, page by page. */
export function useBookings(
  query: Pick<BookingsQuery, 'when' | 'role'>,
): UseInfiniteQueryResult<InfiniteData<BookingsPage>> {
  const { schedules } = useApi();
  return useInfiniteQuery({
    queryKey: [...SCHEDULES, 'bookings', query],
    queryFn: ({ pageParam, signal }) =>
      schedules.bookings({ ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // What is to come ends by itself.
    refetchInterval: AGAIN_MS,
  });
}

export function useBooking(bookingId: string): UseQueryResult<BookingView> {
  const { schedules } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'booking', bookingId],
    queryFn: ({ signal }) => schedules.booking(bookingId, signal),
  });
}

export type BookingOrder =
  | { readonly to: 'change'; readonly change: BookingChange }
  | { readonly to: 'cancel'; readonly cancellation: BookingCancellation };

/** A change or an end of it, once however often it is pressed. */
export function useBookingOrder() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: BookingOrder): Promise<BookingView> =>
      order.to === 'change'
        ? schedules.changeBooking(order.change, keyOf(order))
        : schedules.cancelBooking(order.cancellation, keyOf(order)),
    onSuccess: (booking) => {
      forget();
      queries.setQueryData([...SCHEDULES, 'booking', booking.bookingId], booking);
    },
    // Refused because it was changed elsewhere, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
