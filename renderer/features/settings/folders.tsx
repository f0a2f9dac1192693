import { Button, TextInput } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useText } from '../../app/text.ts'
import { useAbout, useLab, useLabData, useSettings } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner, Panel } from '../../parts/index.ts'
import css from './settings.module.css'

/** Where the lab is kept and where its documents go; for the person at this machine only. */
export function Folders() {
  const t = useText()
  const about = useAbout()
  if (about?.reach !== 'host') return null
  return (
    <Panel title={t('settings.folders')}>
      <dl className={css.facts}>
        <dt>{t('settings.labFolder')}</dt>
        <dd>{about.folder}</dd>
      </dl>
      <OutputFolder inUse={about.outputFolder} canPick={about.canPickFolder} readOnly={about.readOnly} />
    </Panel>
  )
}

/** This panel may end at the lower edge of the window. */
const intoView = (banner: HTMLElement | null) => banner?.scrollIntoView({ block: 'nearest' })

/** Windows puts quotes around a path it copies. */
const asPath = (typed: string): string => typed.trim().replace(/^"(.*)"$/, '$1')

/** Taken when the field is left, not with every key: half a path is another folder. */
function OutputFolder({ inUse, canPick, readOnly }: { readonly inUse: string; readonly canPick: boolean; readonly readOnly: boolean }) {
  const t = useText()
  const client = useLab()
  const data = useLabData()
  const { outputFolder } = useSettings()
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = (work: () => Promise<void>) => {
    setTrouble(null)
    work().catch((error: unknown) => setTrouble(troubleOf(error)))
  }
  const take = () => {
    if (typed === null) return
    const folder = asPath(typed)
    setTyped(null)
    if (folder !== outputFolder) attempt(() => data.changeSettings({ outputFolder: folder }))
  }
  const pick = () =>
    attempt(async () => {
      const { folder } = await client.app.pickFolder()
      if (folder !== null) await data.changeSettings({ outputFolder: folder })
    })
  return (
    <>
      <form
        className={css.folder}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          take()
        }}
      >
        <TextInput
          label={t('settings.outputFolder')}
          placeholder={inUse}
          maxLength={1000}
          disabled={readOnly}
          value={typed ?? outputFolder}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={take}
          aria-describedby="output-folder-hint"
        />
        {canPick && (
          <Button variant="default" disabled={readOnly} leftSection={<IconFolder size={16} stroke={1.75} aria-hidden />} onClick={pick}>
            {t('settings.pickFolder')}
          </Button>
        )}
      </form>
      <p id="output-folder-hint" className={css.quiet}>
        {t('settings.outputHint')}
      </p>
      {trouble && (
        <div className={css.stack} ref={intoView}>
          <ErrorBanner {...trouble} />
        </div>
      )}
    </>
  )
}
