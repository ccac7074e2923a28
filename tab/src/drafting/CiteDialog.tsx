import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  SearchBox,
  Spinner,
} from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import { useEffect, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useCaseList } from '../approvals/use-case-list.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { draftingText } from './text.ts';

export interface CiteDialogProps {
  readonly busy: boolean;
  readonly onCite: (id: string) => void;
  readonly onClose: () => void;
}

const TYPING_MS = 350;

/** A draft is nobody's example; everything that was once put before others may be copied. */
const isCitable = ({ status }: CaseSummary): boolean => status !== 'DRAFT' && status !== 'WITHDRAWN';

function Found({ q, busy, onCite }: { readonly q: string } & Omit<CiteDialogProps, 'onClose'>) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const list = useCaseList('all', q);
  if (list.isPending) return <Spinner size="small" />;
  if (!list.data) {
    return (
      <p role="alert">
        {t('cite.error')} {errorWords(list.error, locale).sentence}
      </p>
    );
  }
  const items = list.data.pages.flatMap((page) => page.items).filter(isCitable);
  if (items.length === 0) return <p>{t('cite.none')}</p>;
  return (
    <>
      <ul className={styles.results}>
        {items.map((item) => (
          <li key={item.id}>
            <Button
              className={styles.result}
              appearance="subtle"
              disabledFocusable={busy}
              onClick={() => (busy ? undefined : onCite(item.id))}
              data-testid="cite-case"
            >
              <span className={styles.resultText}>
                <span>{[item.documentNumber?.label, item.title].filter(Boolean).join(' ')}</span>
                <span className={styles.small}>
                  {t('cite.row', {
                    unit: item.unitName,
                    name: item.drafter.name,
                    when: dayText((item.decidedAt ?? item.updatedAt).slice(0, 10), locale),
                  })}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

/** 引用起案: looks for a past case to begin from. */
export function CiteDialog({ busy, onCite, onClose }: CiteDialogProps) {
  useFocusBack();
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Dialog open onOpenChange={(_, { open }) => (open || busy ? undefined : onClose())}>
      <DialogSurface data-testid="cite-dialog">
        <DialogBody>
          <DialogTitle>{t('cite.title')}</DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.small}>{t('cite.help')}</p>
            <SearchBox
              className={styles.fill}
              value={typed}
              maxLength={100}
              placeholder={t('cite.search')}
              aria-label={t('cite.search')}
              onChange={(_, { value }) => setTyped(value)}
              data-testid="cite-search"
            />
            <Found q={q} busy={busy} onCite={onCite} />
          </DialogContent>
          <DialogActions>
            <Button disabledFocusable={busy} onClick={() => (busy ? undefined : onClose())}>
              {t('route.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
