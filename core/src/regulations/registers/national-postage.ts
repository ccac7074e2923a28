import type { LocalDate } from '../../shared/index.ts';
import type { Charge, PostageTable } from './vocabulary.ts';

const charge = (id: string, [ja, en]: readonly [string, string], yen: number, upToGrams: number | null): Charge => ({
  ...{ id, name: { ja, en }, yen, upToGrams, extra: false },
});
const extra = (id: string, [ja, en]: readonly [string, string], yen: number): Charge => ({
  ...{ id, name: { ja, en }, yen, upToGrams: null, extra: true },
});

/** Weights in grams with what they cost. */
const byWeight = (id: string, [ja, en]: readonly [string, string], steps: readonly (readonly [number, number])[]) =>
  steps.map(([grams, yen]) => charge(`${id}${grams}`, [`${ja} ${grams}g以内`, `${en}, up to ${grams} g`], yen, grams));

const STANDARD = ['定形', 'Standard letter'] as const;
const LARGE = ['定形外（規格内）', 'Large letter'] as const;
const OUTSIZE = ['定形外（規格外）', 'Outsize letter'] as const;

// 内国郵便約款 料金表, as 日本郵便 has had it since its change of 1 October 2024; before, since 1 October 2019.
const SINCE_2024: PostageTable = {
  from: '2024-10-01' as LocalDate,
  article: '内国郵便約款 料金表（令和6年10月1日）',
  charges: [
    ...byWeight('standard', STANDARD, [[50, 110]]),
    charge('card', ['はがき', 'Postcard'], 85, null),
    ...byWeight('large', LARGE, [
      [50, 140],
      [100, 180],
      [150, 270],
      [250, 320],
      [500, 510],
      [1_000, 750],
    ]),
    ...byWeight('outsize', OUTSIZE, [
      [50, 260],
      [100, 290],
      [150, 390],
      [250, 450],
      [500, 660],
      [1_000, 920],
      [2_000, 1_350],
      [4_000, 1_750],
    ]),
    charge('pack-light', ['レターパックライト', 'Letter Pack Light'], 430, 4_000),
    charge('pack-plus', ['レターパックプラス', 'Letter Pack Plus'], 600, 4_000),
    extra('express250', ['速達（250gまで）', 'Express, up to 250 g'], 300),
    extra('express1000', ['速達（1kgまで）', 'Express, up to 1 kg'], 400),
    extra('express4000', ['速達（4kgまで）', 'Express, up to 4 kg'], 690),
    extra('registered', ['一般書留', 'Registered'], 480),
    extra('simple-registered', ['簡易書留', 'Simplified registered'], 350),
    extra('recorded', ['特定記録', 'Recorded delivery'], 210),
    extra('proof', ['配達証明', 'Proof of delivery'], 350),
  ],
};

const SINCE_2019: PostageTable = {
  from: '2019-10-01' as LocalDate,
  article: '内国郵便約款 料金表（令和元年10月1日）',
  charges: [
    ...byWeight('standard', STANDARD, [
      [25, 84],
      [50, 94],
    ]),
    charge('card', ['はがき', 'Postcard'], 63, null),
    ...byWeight('large', LARGE, [
      [50, 120],
      [100, 140],
      [150, 210],
      [250, 250],
      [500, 390],
      [1_000, 580],
    ]),
    extra('simple-registered', ['簡易書留', 'Simplified registered'], 350),
  ],
};

/** The newest first. */
export const NATIONAL_POSTAGE: readonly PostageTable[] = [SINCE_2024, SINCE_2019];
