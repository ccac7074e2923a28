import type { OfferedTemplates, TemplateInFull } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { TemplateOrder } from '../../api/templates.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';

const TEMPLATES = ['templates'] as const;

/** Which 様式 are there? Those no longer offered only when asked for. */
export function useTemplates(withRetired: boolean): UseQueryResult<OfferedTemplates> {
  const { templates } = useApi();
  return useQuery({
    queryKey: [...TEMPLATES, 'list', withRetired],
    queryFn: ({ signal }) => templates.list({ state: withRetired ? 'all' : 'offered' }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Which editions does one have? */
export function useTemplate(id: string): UseQueryResult<TemplateInFull> {
  const { templates } = useApi();
  return useQuery({
    queryKey: [...TEMPLATES, 'one', id],
    queryFn: ({ signal }) => templates.read(id, signal),
  });
}

const nameOf = (order: TemplateOrder): unknown =>
  order.to === 'change' ? order : { ...order, file: [order.file.name, order.file.size, order.file.lastModified] };

export function useTemplateOrder() {
  const { templates } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: TemplateOrder): Promise<TemplateInFull> => templates.order(order, keyOf(nameOf(order))),
    onSuccess: (view) => {
      forget();
      queries.setQueryData([...TEMPLATES, 'one', view.id], view);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}
