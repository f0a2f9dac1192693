/** The package back to the secretariat: what is still missing, then the file. */
import { Button, Popover } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { OpenJudging } from '#shared/api/jury.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { useKeep } from '../../lab/use-keep.ts'
import type { EntryTasks } from '../../scoring/tasks.ts'
import css from './judging.module.css'

/** So many are named; of more, their number is said. */
const mostNamed = 8

export function ReturnPackage({ open, all }: { readonly open: OpenJudging; readonly all: readonly EntryTasks[] }) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const keep = useKeep()
  const [shown, setShown] = useState(false)
  const missing = all.filter(({ state }) => state === 'none' || state === 'draft')
  const sentAt = open.sentAt === '' ? null : new Date(open.sentAt)
  return (
    <Popover
      opened={shown}
      onChange={setShown}
      width="min(420px, calc(100vw - 24px))"
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          // As long as something is to be scored, locking is the main act of the page.
          variant={missing.length === 0 ? 'filled' : 'default'}
          onClick={() => setShown((now) => !now)}
          leftSection={<IconPackageExport size={16} stroke={1.75} aria-hidden />}
        >
          {t('scoring.giveBack')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('scoring.giveBack')}>
        <div className={css.giveBack}>
          <b>{missing.length === 0 ? t('scoring.allLocked') : t('scoring.missing', { n: missing.length })}</b>
          {missing.length > 0 && (
            <ul>
              {missing.slice(0, mostNamed).map(({ entry, state }) => (
                <li key={entry.id}>
                  {entry.name === '' ? entry.code : entry.name} <small>{t(`scoring.state_${state}`)}</small>
                </li>
              ))}
              {missing.length > mostNamed && <li>{t('scoring.andMore', { n: missing.length - mostNamed })}</li>}
            </ul>
          )}
          <p>{t(missing.length === 0 ? 'scoring.giveBackWhole' : 'scoring.giveBackPartly')}</p>
          <Button loading={keep.busy} onClick={() => keep.run(() => client.judging.back({ id: open.id }))}>
            {t('scoring.makeFile')}
          </Button>
          {sentAt && (
            <small>
              {t('scoring.sentAt', {
                at: sentAt.toLocaleString(language, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
              })}
            </small>
          )}
          <KeptNote keep={keep} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
