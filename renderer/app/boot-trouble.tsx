import { Button, MantineProvider } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { ErrorBanner } from '../parts/error-banner.tsx'
import { getStyleNonce } from '../parts/style-nonce.ts'
import { cssVariablesResolver, theme } from '../parts/theme.ts'
import css from './frame.module.css'
import { sayNow } from './text.ts'

/** Instead of the app, when the lab did not answer or wants a key. */
export function BootTrouble({ code, detail }: { readonly code: string; readonly detail: string }) {
  const keyWanted = code === 'FORBIDDEN' || code === 'UNAUTHORIZED'
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} getStyleNonce={getStyleNonce} defaultColorScheme="auto">
      <main className={css.boot}>
        <ErrorBanner
          what={sayNow(keyWanted ? 'app.keyWanted' : 'app.bootFailed')}
          safe={sayNow(keyWanted ? 'app.keyWantedSafe' : 'app.bootSafe')}
          todo={sayNow(keyWanted ? 'app.keyWantedDo' : 'app.bootDo')}
          detail={detail}
          acts={
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.location.reload()}
            >
              {sayNow('app.tryAgain')}
            </Button>
          }
        />
      </main>
    </MantineProvider>
  )
}
