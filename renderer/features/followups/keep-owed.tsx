/** Keeps the list as a table in the output folder. */
import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptFile } from '#shared/api/keeping.ts'
import type { Owed } from '#shared/rules/owed.ts'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './followups.module.css'
import { type Words, whatIsOwed, whoOwes } from './words.ts'

type Kept =
  | { readonly state: 'none' }
  | { readonly state: 'busy' }
  | { readonly state: 'kept'; readonly file: KeptFile }
  | { readonly state: 'failed'; readonly trouble: Trouble }

export function useKeepOwed(owed: readonly Owed[], words: Words) {
  const client = useLab()
  const { lab } = useOpenLab()
  const [kept, setKept] = useState<Kept>({ state: 'none' })
  const { t } = words
  const keep = async (format: 'xlsx' | 'csv') => {
    setKept({ state: 'busy' })
    const text = (label: string) => ({ label, format: 'text' as const })
    const day = (iso: string) => (iso === '' ? null : { date: iso })
    try {
      const file = await client.table.write({
        name: `${t('followups.fileName', { lab: regionName(lab, t), day: words.today })}`.slice(0, 300),
        format,
        sheets: [
          {
            name: t('followups.title'),
            columns: [
              text(t('followups.unit')),
              text(t('followups.kind')),
              text(t('followups.what')),
              text(t('followups.innovation')),
              text(t('followups.who')),
              { label: t('followups.sinceHead'), format: 'date' },
              { label: t('followups.dueHead'), format: 'date' },
              { label: t('followups.lateHead'), format: 'number' },
            ],
            rows: owed.map((one) => {
              const unit = lab.units.find(({ id }) => id === one.unit) ?? null
              return [
                unit?.name ?? '',
                t(`followups.kind_${one.kind}`),
                whatIsOwed(one, words),
                one.innovation?.name ?? '',
                whoOwes(one, unit),
                day(one.since),
                day(one.due),
                one.daysLate,
              ]
            }),
          },
        ],
      })
      setKept({ state: 'kept', file })
    } catch (error) {
      setKept({ state: 'failed', trouble: troubleOf(error) })
    }
  }
  return { kept, keep: (format: 'xlsx' | 'csv') => void keep(format) }
}

export function KeepMenu({
  busy,
  keep,
  t,
}: {
  readonly busy: boolean
  readonly keep: (format: 'xlsx' | 'csv') => void
  readonly t: Words['t']
}) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}>
          {t('followups.keep')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => keep('xlsx')}>{t('followups.asXlsx')}</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>{t('followups.asCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Where the table lies now, with a way to it. */
export function KeptNotice({ kept, t }: { readonly kept: Kept; readonly t: Words['t'] }) {
  const client = useLab()
  const about = useAbout()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (kept.state === 'failed') return <ErrorBanner {...kept.trouble} />
  if (kept.state !== 'kept') return null
  const { file, name } = kept.file
  const attempt = (work: () => Promise<unknown>): void => {
    setTrouble(null)
    work().catch((error: unknown) => setTrouble(troubleOf(error)))
  }
  const download = async () => {
    const found = await client.document.file({ file })
    const url = URL.createObjectURL(new Blob([await found.arrayBuffer()], { type: found.type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The download has begun with the click; the address is only needed until then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <div className={css.kept} role="status">
      <span>{t('transfer.savedTo', { file })}</span>
      {about?.canReveal ? (
        <Button size="xs" variant="subtle" onClick={() => attempt(() => client.document.reveal({ file }))}>
          {t('transfer.openFolder')}
        </Button>
      ) : null}
      {about?.door === 'browser' ? (
        <Button size="xs" variant="subtle" onClick={() => attempt(download)}>
          {t('transfer.download')}
        </Button>
      ) : null}
      {trouble === null ? null : <ErrorBanner {...trouble} />}
    </div>
  )
}
