import type { TemplateList, TemplateTags } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { TemplateFile } from '../../api/papers.ts';
import { useActionKey } from '../../api/use-action-key.ts';

const TEMPLATES = ['minutes-templates'];

/** The city's own templates. */
export function useTemplates(): UseQueryResult<TemplateList> {
  const { papers } = useApi();
  return useQuery({ queryKey: TEMPLATES, queryFn: ({ signal }) => papers.templates(signal) });
}

export function useTags(): UseQueryResult<TemplateTags> {
  const { papers } = useApi();
  return useQuery({
    queryKey: ['minutes-template-tags'],
    queryFn: ({ signal }) => papers.tags(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAddTemplate() {
  const { papers } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (upload: TemplateFile) => {
      const { name, size, lastModified } = upload.file;
      return papers.addTemplate(upload, keys.keyOf([upload.metadata, name, size, lastModified]));
    },
    onSuccess: (list) => {
      keys.forget();
      queries.setQueryData(TEMPLATES, list);
    },
  });
}

export function useRemoveTemplate() {
  const { papers } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (templateId: string) => papers.removeTemplate(templateId),
    onSuccess: (list) => queries.setQueryData(TEMPLATES, list),
  });
}
