import type { Theme } from '../settings.ts';

interface Palette {
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly card: string;
  readonly emphasis: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
  readonly accentBack: string;
  readonly line: string;
}

const palettes: Record<Theme, Palette> = {
  default: {
    text: '#242424',
    soft: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#835b00',
    attention: '#b10e1c',
    card: '#ffffff',
    emphasis: '#f0f0f0',
    goodBack: '#e7f2da',
    warningBack: '#fbf6d9',
    attentionBack: '#fcf4f6',
    accentBack: '#e8ebfa',
    line: '#e0e0e0',
  },
  dark: {
    text: '#ffffff',
    soft: '#c7c7c7',
    accent: '#aab0ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#ff99a4',
    card: '#292929',
    emphasis: '#3d3d3d',
    goodBack: '#0d2e0d',
    warningBack: '#463100',
    attentionBack: '#3b1519',
    accentBack: '#2f2f4a',
    line: '#525252',
  },
  contrast: {
    text: '#ffffff',
    soft: '#ffffff',
    accent: '#ffff00',
    good: '#3ff23f',
    warning: '#ffff00',
    attention: '#ffb3b3',
    card: '#000000',
    emphasis: '#000000',
    goodBack: '#000000',
    warningBack: '#000000',
    attentionBack: '#000000',
    accentBack: '#000000',
    line: '#ffffff',
  },
};

const fontFamily =
  "'Segoe UI', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', Meiryo, sans-serif";

/** Measures and colours as Teams gives them to its renderer. */
export function hostConfig(theme: Theme): object {
  const palette = palettes[theme];
  return {
    fontFamily,
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    supportsInteractivity: true,
    fontTypes: { default: fonts(fontFamily), monospace: fonts("Consolas, 'Noto Sans Mono CJK JP', monospace") },
    lineHeights: { small: 18, default: 21, medium: 24, large: 27, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(palette, palette.card),
      emphasis: style(palette, palette.emphasis),
      good: style(palette, palette.goodBack),
      warning: style(palette, palette.warningBack),
      attention: style(palette, palette.attentionBack),
      accent: style(palette, palette.accentBack),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: true },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 12,
    },
    textStyles: {
      heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' },
    },
    textBlock: { headingLevel: 3 },
    inputs: inputs(),
  };
}

function fonts(family: string): object {
  return {
    fontFamily: family,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  };
}

function inputs(): object {
  return {
    label: {
      inputSpacing: 'small',
      requiredInputs: {
        weight: 'bolder',
        color: 'default',
        size: 'default',
        isSubtle: false,
        suffix: ' *',
        suffixColor: 'attention',
      },
      optionalInputs: { weight: 'bolder', color: 'default', size: 'default', isSubtle: false },
    },
    errorMessage: { size: 'default', color: 'attention', weight: 'default', isSubtle: false, spacing: 'small' },
  };
}

function style(palette: Palette, backgroundColor: string): object {
  const shade = (colour: string, subtle = colour) => ({ default: colour, subtle });
  return {
    backgroundColor,
    borderColor: palette.line,
    foregroundColors: {
      default: shade(palette.text, palette.soft),
      dark: shade(palette.text, palette.soft),
      light: shade(palette.soft),
      accent: shade(palette.accent),
      good: shade(palette.good),
      warning: shade(palette.warning),
      attention: shade(palette.attention),
    },
  };
}
