/** Providers around everything, and what follows from the settings: language, theme, text size. */
import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { Router, useRoute } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { idPattern, type LabId } from '#shared/model/ids.ts'
import type { OpenDocs } from '../collab/open-docs.ts'
import { DocsProvider } from '../collab/use-doc.tsx'
import type { LabDataStore } from '../lab/data.ts'
import { LabProvider, useSettings } from '../lab/lab-context.tsx'
import { LabScopeProvider } from '../lab/open-lab.tsx'
import type { Wire } from '../lab/wire.ts'
import { getStyleNonce } from '../parts/style-nonce.ts'
import { cssVariablesResolver, theme } from '../parts/theme.ts'
import { Frame } from './frame.tsx'
import { Routes } from './routes.tsx'
import { switchLanguage } from './text.ts'

export function App({ wire, data, docs }: { readonly wire: Wire; readonly data: LabDataStore; readonly docs: OpenDocs }) {
  return (
    <LabProvider wire={wire} data={data}>
      <DocsProvider docs={docs}>
        <Looks>
          <Router hook={useHashLocation}>
            <Scoped />
          </Router>
        </Looks>
      </DocsProvider>
    </LabProvider>
  )
}

function Looks({ children }: { readonly children: ReactNode }) {
  const settings = useSettings()
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false })
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && systemDark)
  useEffect(() => switchLanguage(settings.language), [settings.language])
  useEffect(() => {
    document.documentElement.style.setProperty('--lb-scale', String(settings.textScale))
    // From here on side panels move below the page (design.md 3).
    document.documentElement.toggleAttribute('data-large-text', settings.textScale >= 1.4)
  }, [settings.textScale])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={getStyleNonce}
      forceColorScheme={dark ? 'dark' : 'light'}
    >
      {children}
    </MantineProvider>
  )
}

function Scoped() {
  const [, params] = useRoute('/lab/:lab/*?')
  const id = params?.lab
  const lab = id !== undefined && idPattern.test(id) ? (id as LabId) /* matches idPattern */ : null
  return (
    <LabScopeProvider lab={lab}>
      <Frame lab={lab}>
        <Routes />
      </Frame>
    </LabScopeProvider>
  )
}
