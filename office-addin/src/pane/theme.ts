import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

// Line breaking and shapes of letters are Japanese ones whatever the reader's own language is.
const FONTS = '"Segoe UI", "Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';

export function themeFor({ isDark, isHighContrast }: { isDark: boolean; isHighContrast: boolean }): Theme {
  const base = isHighContrast ? teamsHighContrastTheme : isDark ? webDarkTheme : webLightTheme;
  return { ...base, fontFamilyBase: FONTS };
}
