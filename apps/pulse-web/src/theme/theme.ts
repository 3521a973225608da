import { createTheme, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = [
  '#eef3ff',
  '#dbe5ff',
  '#b5c9ff',
  '#8cabff',
  '#5b8cff',
  '#3f77ff',
  '#2f6bff',
  '#2158e0',
  '#194ac2',
  '#113a9c',
];

// From nearly white to nearly black with a breath of blue, in place of Mantine's brownish greys.
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eef0f3',
  '#e4e7ec',
  '#d3d8e0',
  '#b4bbc7',
  '#8b94a3',
  '#667080',
  '#4a5160',
  '#2c323d',
  '#14171f',
];
const dark: MantineColorsTuple = [
  '#eceef2',
  '#c6ccd6',
  '#a9b0bd',
  '#858e9c',
  '#363d48',
  '#2a3039',
  '#1b2027',
  '#12151b',
  '#0b0d11',
  '#07080b',
];

/** Fonts that the device has; nothing is downloaded. `system-ui` is left out, because on bare Linux it is a wide face. */
export const fontFamily =
  'Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Cantarell, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Pulse's look for Mantine's components; the page's own styles use the variables of theme.css. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  colors: { blue, gray, dark },
  white: '#ffffff',
  black: '#14171f',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, "Liberation Mono", monospace',
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  headings: { fontFamily, fontWeight: '600' },
});
