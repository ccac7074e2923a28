import type { Placing, RecordView } from '@kaigi/core/contract';
import { queryOptions, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { FilingClient } from '../../api/filing.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { type FilingForm, inputOf, nameFor } from './filing-form.ts';

type Classed = Pick<FilingForm, 'kind' | 'classificationCode'>;

const placingOf = (filing: FilingClient, { kind, classificationCode }: Classed) =>
  queryOptions({
    queryKey: ['filing', 'placing', kind, classificationCode],
    queryFn: ({ signal }) => filing.placing({ kind, classificationCode }, signal),
    staleTime: 60_000,
  });

/** Where a class leads; asked for once there is one. */
export function usePlacing(classed: Classed): UseQueryResult<Placing> {
  const { filing } = useApi();
  return useQuery({ ...placingOf(filing, classed), enabled: classed.classificationCode !== '' });
}

interface Wish {
  readonly form: FilingForm;
  readonly file: File;
}

/** Files it, once: the same wish pressed again after a lost answer is the same record. */
export function useFiling() {
  const { filing } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation<RecordView, Wish>({
    mutationFn: async ({ form, file }) => {
      // Who presses before it is shown where the class leads gets what would have been proposed.
      const input = inputOf(form, await queries.ensureQueryData(placingOf(filing, form)));
      const name = nameFor(form.fileName, file.name);
      const named = name === file.name ? file : new File([file], name, { type: file.type });
      return filing.file(input, named, keyOf([input, name, file.name, file.size, file.lastModified]));
    },
    onSuccess: () => {
      forget();
      void queries.invalidateQueries({ queryKey: ['register'] });
    },
  });
}
