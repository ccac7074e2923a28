import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { useFocusBack } from '../app/use-focus-back.ts';
import { AddresseeSearch } from './AddresseeSearch.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import { draftingText } from './text.ts';
import type { Addressee } from './use-addressees.ts';
import { type AddDuty, addKey, type RouteAdd } from './wish.ts';

export interface AddToRouteDialogProps {
  /** Keys of who is in the route already. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (add: RouteAdd, name: string) => void;
  readonly onClose: () => void;
}

const DUTIES: readonly AddDuty[] = ['CONSULT', 'REVIEW', 'READING'];

const addOf = (duty: AddDuty, { kind, id }: Addressee, reason: string): RouteAdd => ({
  duty,
  postId: kind === 'POST' ? id : null,
  unitId: kind === 'UNIT' ? id : null,
  reason: reason.trim(),
});

/** Adds somebody to the route; what the regulations want is never less for it. */
export function AddToRouteDialog({ taken, onAdd, onClose }: AddToRouteDialogProps) {
  useFocusBack();
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const [duty, setDuty] = useState<AddDuty>('CONSULT');
  const [addressee, setAddressee] = useState<Addressee | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const already = addressee !== null && taken.has(addKey(addOf(duty, addressee, reason)));
  const complete = addressee !== null && !already && reason.trim() !== '';
  const handleConfirm = () => {
    setTried(true);
    if (addressee && complete) onAdd(addOf(duty, addressee, reason), addressee.name);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface data-testid="add-to-route">
        <DialogBody>
          <DialogTitle>{t('route.add.title')}</DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.small}>{t('route.add.help')}</p>
            <Field label={t('route.add.duty')}>
              <RadioGroup
                value={duty}
                onChange={(_, { value }) => {
                  setDuty(value as AddDuty);
                  setAddressee(null);
                }}
                data-testid="add-duty"
              >
                {DUTIES.map((one) => (
                  <Radio key={one} value={one} label={t(`route.add.${one}`)} />
                ))}
              </RadioGroup>
            </Field>
            <AddresseeSearch key={duty} sections={duty !== 'REVIEW'} chosen={addressee} onChosen={setAddressee} />
            {already ? (
              <p className={styles.red} role="status" data-testid="already-there">
                {t('route.add.already')}
              </p>
            ) : null}
            <Field
              label={t('route.add.reason')}
              required
              hint={t('route.add.reason.hint')}
              validationState={tried && !complete && !already ? 'error' : 'none'}
              validationMessage={tried && !complete && !already ? t('route.add.missing') : null}
            >
              <Input
                value={reason}
                maxLength={200}
                onChange={(_, { value }) => setReason(value)}
                input={{ 'data-testid': 'add-reason' } as object}
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('route.cancel')}</Button>
            <Button appearance="primary" onClick={handleConfirm} data-testid="confirm-button">
              {t('route.add.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
