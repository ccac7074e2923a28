import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * `useMutation`, whose `mutate` says how it went even when nobody who ordered it is left on the page: a row is often
 * gone, because its list was asked for again, before its own order is over, and React Query then tells nobody.
 * A second press that comes before the page can show the first one is the same press; afterwards `isPending` is there to
 * be asked.
 */
export function useLastingMutation<Answer, Input>(options: UseMutationOptions<Answer, Error, Input>) {
  const { mutateAsync, ...mutation } = useMutation(options);
  const { isPending, submittedAt } = mutation;
  const unseen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these two say is what the page now shows
  useEffect(() => {
    unseen.current = false;
  }, [isPending, submittedAt]);
  const mutate = (
    input: Input,
    told: { onSuccess?: (answer: Answer) => unknown; onError?: (error: unknown) => unknown } = {},
  ): void => {
    if (unseen.current) return;
    unseen.current = true;
    const over = () => {
      unseen.current = false;
    };
    void mutateAsync(input)
      .finally(over)
      .then(told.onSuccess, (error: unknown) => told.onError?.(error));
  };
  return { ...mutation, mutate };
}
