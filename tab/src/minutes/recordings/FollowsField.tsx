import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { Follows } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { offsetIn } from './offset.ts';
import { recordingsText } from './text.ts';

/** What somebody says of a second file of the same meeting. */
export interface Following {
  /** Undefined: it replaces the one before. */
  readonly follows: Follows | undefined;
  readonly wrong: boolean;
  readonly goesOn: boolean;
  readonly setGoesOn: (goesOn: boolean) => void;
  readonly offset: string;
  readonly setOffset: (offset: string) => void;
}

export function useFollowing(): Following {
  const [goesOn, setGoesOn] = useState(false);
  const [offset, setOffset] = useState('');
  const isGiven = offset.trim() !== '';
  const offsetMs = isGiven ? offsetIn(offset) : null;
  return {
    ...{ goesOn, setGoesOn, offset, setOffset, follows: goesOn ? { offsetMs } : undefined },
    wrong: goesOn && isGiven && offsetMs === null,
  };
}

/** Whether a second recording or transcript goes on from the first, and from when. */
export function FollowsField({ wrong, goesOn, setGoesOn, offset, setOffset }: Following) {
  const t = useText(recordingsText);
  return (
    <>
      <Field label={t('follows.label')} hint={goesOn ? '' : t('follows.REPLACES.hint')}>
        <RadioGroup
          value={goesOn ? 'FOLLOWS' : 'REPLACES'}
          onChange={(_, { value }) => setGoesOn(value === 'FOLLOWS')}
          data-testid="follows"
        >
          {(['FOLLOWS', 'REPLACES'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`follows.${one}`)} data-testid={`follows-${one}`} />
          ))}
        </RadioGroup>
      </Field>
      {goesOn ? (
        <Field
          label={t('follows.offset')}
          hint={t('follows.offset.hint')}
          {...(wrong ? { validationState: 'error' as const, validationMessage: t('follows.offset.wrong') } : {})}
        >
          <Input
            value={offset}
            placeholder="1:05:00"
            onChange={(_, { value }) => setOffset(value)}
            data-testid="follows-offset"
          />
        </Field>
      ) : null}
    </>
  );
}
