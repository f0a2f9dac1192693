/** Peserta: what is judged, taken from the lab or written in. */
import { Button, TextInput } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../../app/text.ts'
import { EmptyState, Panel } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { EntryTable } from './entry-table.tsx'
import { OutsideEntries } from './outside-entries.tsx'
import { TakeInnovations } from './take-innovations.tsx'

export function EntriesTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly } = open
  const [dialog, setDialog] = useState<'take' | 'outside' | null>(null)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const acts = !readOnly && (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setDialog('take')}>
        {t('jury.take')}
      </Button>
      <Button variant="default" onClick={() => setDialog('outside')}>
        {t('jury.outside')}
      </Button>
    </>
  )
  const out = convention.entries.filter((entry) => entry.withdrawn !== '').length
  return (
    <>
      {convention.entries.length === 0 ? (
        <EmptyState title={t('jury.entriesEmpty')} text={t('jury.entriesEmptyText')} acts={acts || undefined} />
      ) : (
        <Panel
          title={t('jury.entriesCount', { n: convention.entries.length - out })}
          {...(out > 0 ? { note: t('jury.withdrawnCount', { n: out }) } : {})}
          side={acts || undefined}
        >
          <div className={css.tight}>
            <TextInput
              size="xs"
              maw={320}
              aria-label={t('jury.filterEntries')}
              placeholder={t('jury.filterEntries')}
              leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <EntryTable open={open} words={wanted} />
          </div>
        </Panel>
      )}
      {dialog === 'take' && <TakeInnovations open={open} close={() => setDialog(null)} />}
      {dialog === 'outside' && <OutsideEntries open={open} close={() => setDialog(null)} />}
    </>
  )
}
