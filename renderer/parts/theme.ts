/** Mantine in our colours and measures (design.md 12). */
import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'tarum',
  primaryShade: { light: 7, dark: 2 },
  autoContrast: true,
  colors: {
    tarum: ['#E9ECF8', '#D4DAF0', '#B9C3E6', '#97A5D8', '#7486C8', '#5468B4', '#3C509F', '#2B3F8F', '#22337A', '#1B2962'],
    gray: ['#FBFAF7', '#F6F4EF', '#EEEBE4', '#E1DCD2', '#C9C2B5', '#A9A194', '#8A8276', '#696358', '#4D4841', '#1F1D1A'],
    dark: ['#F3EFE8', '#CBC4B9', '#A59D91', '#857D72', '#3A3631', '#2B2825', '#211F1C', '#171614', '#121110', '#0C0B0A'],
  },
  fontFamily: 'var(--lb-font)',
  fontFamilyMonospace: 'var(--lb-mono)',
  headings: { fontFamily: 'var(--lb-font)', fontWeight: '700', textWrap: 'balance' },
  fontSizes: { xs: 'var(--lb-t-12)', sm: 'var(--lb-t-13)', md: 'var(--lb-t-14)', lg: 'var(--lb-t-16)', xl: 'var(--lb-t-18)' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--lb-e-1)', sm: 'var(--lb-e-1)', md: 'var(--lb-e-2)', lg: 'var(--lb-e-3)', xl: 'var(--lb-e-3)' },
  breakpoints: { xs: '23em', sm: '48em', md: '64em', lg: '85em', xl: '100em' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const usual = defaultVariantColorsResolver(input)
    if (input.color !== undefined && input.color !== 'tarum') return usual
    if (input.variant === 'filled') {
      return { ...usual, background: 'var(--lb-action)', hover: 'var(--lb-action-hover)', color: 'var(--lb-on-action)' }
    }
    if (input.variant === 'light') {
      return {
        ...usual,
        background: 'var(--lb-action-soft)',
        hover: 'var(--lb-action-soft-hover)',
        color: 'var(--lb-action-ink)',
        border: '1px solid var(--lb-action-line)',
      }
    }
    return usual
  },
})

const roles = {
  '--mantine-color-body': 'var(--lb-paper)',
  '--mantine-color-text': 'var(--lb-ink)',
  '--mantine-color-dimmed': 'var(--lb-ink-3)',
  '--mantine-color-placeholder': 'var(--lb-ink-3)',
  '--mantine-color-error': 'var(--lb-bad)',
  '--mantine-color-success': 'var(--lb-ok)',
  '--mantine-color-default': 'var(--lb-surface)',
  '--mantine-color-default-border': 'var(--lb-line-strong)',
  '--mantine-color-anchor': 'var(--lb-action-ink)',
  '--mantine-primary-color-filled': 'var(--lb-action)',
  '--mantine-primary-color-filled-hover': 'var(--lb-action-hover)',
  '--mantine-primary-color-light': 'var(--lb-action-soft)',
  '--mantine-primary-color-light-color': 'var(--lb-action-ink)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles })
