/** The right panel: what belongs to this kind of canvas, what is selected, where it came from and what it became. */
import { ActionIcon, Button } from '@mantine/core'
import { IconRoute, IconX } from '@tabler/icons-react'
import { useBoth, useText } from '../../app/text.ts'
import { Kbd } from '../../parts/index.ts'
import style from './canvas.module.css'
import { GridSide } from './grid/grid-side.tsx'
import { selectedEnd, useSession } from './session.tsx'
import { LinkPicker } from './trail/link-picker.tsx'
import { TrailChain } from './trail/trail-chain.tsx'
import { TreeSidePanel } from './tree/tree-side.tsx'

type Props = { readonly linking: boolean; readonly setLinking: (open: boolean) => void; readonly close: () => void }

export function CanvasPanel({ linking, setLinking, close }: Props) {
  const session = useSession()
  const { def, readOnly } = session
  const t = useText()
  const both = useBoth()
  const end = selectedEnd(session)
  return (
    <aside className={style.panel} aria-label={t('canvas.panel')}>
      <ActionIcon className={style.panelClose} variant="subtle" color="gray" size={30} aria-label={t('canvas.foldPanel')} onClick={close}>
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
      {def.kind === 'tree' ? <TreeSidePanel /> : null}
      {def.kind === 'grid' ? <GridSide /> : null}
      <section>
        <h2>{t('canvas.trail')}</h2>
        <p className={style.quiet}>{t(end === null ? 'canvas.trailNothing' : 'canvas.trailLead')}</p>
        {end === null ? null : <TrailChain end={end} />}
        {end === null || readOnly ? null : linking ? (
          <LinkPicker end={end} close={() => setLinking(false)} />
        ) : (
          <Button
            variant="light"
            fullWidth
            size="sm"
            onClick={() => setLinking(true)}
            leftSection={<IconRoute size={16} stroke={1.75} />}
            rightSection={<Kbd>J</Kbd>}
          >
            {t('canvas.linkOrBecome')}
          </Button>
        )}
      </section>
      {session.items.length === 0 && def.kind !== 'form' ? null : (
        <details className={style.how}>
          <summary>{t('canvas.howTo')}</summary>
          <p>{both(def.help)}</p>
          <p>
            <strong>{t('canvas.example')}</strong> {both(def.example)}
          </p>
        </details>
      )}
      <p className={style.source}>
        {t(def.status === 'unverified' ? 'canvas.sourceUnverified' : 'canvas.source')} {def.source}
      </p>
    </aside>
  )
}
