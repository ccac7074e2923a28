import type {
  AddRoomInput,
  ChangeRoomInput,
  DisplayMade,
  DisplayView,
  MakeDisplayInput,
  RoomView,
  SyncHealth,
} from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { SCHEDULES } from '../use-schedules.ts';

export type RoomOrder =
  | { readonly to: 'add'; readonly input: AddRoomInput }
  | { readonly to: 'change'; readonly roomId: string; readonly change: ChangeRoomInput };

/** A room that is entered, changed or retired; once however often it is pressed. */
export function useRoomOrder() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: RoomOrder): Promise<RoomView> =>
      order.to === 'add' ? schedules.addRoom(order.input, keyOf(order)) : schedules.changeRoom(order, keyOf(order)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

const DISPLAYS = [...SCHEDULES, 'displays'];

export function useDisplays(): UseQueryResult<readonly DisplayView[]> {
  const { schedules } = useApi();
  return useQuery({ queryKey: DISPLAYS, queryFn: ({ signal }) => schedules.displays(signal) });
}

/** The answer holds the key, which nobody tells again: it stays in this page's memory only. */
export function useMakeDisplay() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: (input: MakeDisplayInput): Promise<DisplayMade> => schedules.makeDisplay(input, keyOf(input)),
    gcTime: 0,
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: DISPLAYS }),
  });
}

export function useRevokeDisplay() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (displayId: string): Promise<DisplayView> => schedules.revokeDisplay(displayId),
    onSettled: () => void queries.invalidateQueries({ queryKey: DISPLAYS }),
  });
}

export function useSyncHealth(): UseQueryResult<SyncHealth> {
  const { schedules } = useApi();
  return useQuery({ queryKey: [...SCHEDULES, 'health'], queryFn: ({ signal }) => schedules.health(signal) });
}
