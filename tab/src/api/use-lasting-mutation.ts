import { type UseMutationOptions, useMutation } from '@tanstack/react-query';

/**
 * `useMutation`, whose `mutate` says how it went even when nobody who ordered it is left on the page: a row is often
 * gone, because its list was asked for again, before its own order is over, and React Query then tells nobody.
 */
export function useLastingMutation<Answer, Input>(options: UseMutationOptions<Answer, Error, Input>) {
  const { mutateAsync, ...mutation } = useMutation(options);
  const mutate = (
    input: Input,
    told: { onSuccess?: (answer: Answer) => unknown; onError?: (error: unknown) => unknown } = {},
  ): void => {
    void mutateAsync(input).then(told.onSuccess, (error: unknown) => told.onError?.(error));
  };
  return { ...mutation, mutate };
}
