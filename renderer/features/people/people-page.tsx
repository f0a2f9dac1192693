import { Button, TextInput } from '@mantine/core'
import { IconFileImport, IconFilter } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { usePartners } from '../../lab/use-sessions.ts'
import { EmptyState, PageTitle, Panel, Segmented } from '../../parts/index.ts'
import { useSought } from '../../state/sought.ts'
import { AddPeople, AddUnits } from './add-panels.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FlagNote } from './flag-note.tsx'
import { ImportPanel } from './import/import-panel.tsx'
import { LastImportNote } from './import/last-import-note.tsx'
import { PartnerTable } from './partner-table.tsx'
import css from './people.module.css'
import { PersonTable } from './person-table.tsx'
import { UnitTable } from './unit-table.tsx'

type Tab = 'units' | 'people' | 'partners'

/** Who takes part: units, people and partners, typed, pasted, imported and changed in place. */
export function PeoplePage() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const partners = usePartners()
  usePageTitle(t('people.title'), regionName(lab, t))
  const [tab, setTab] = useState<Tab>(lab.units.length > 0 && lab.people.length === 0 ? 'people' : 'units')
  const [words, setWords] = useState('')
  const [toAdd, setToAdd] = useState(false)
  const [nip, setNip] = useState(false)
  const [importing, setImporting] = useState(false)
  const wanted = useDeferredValue(words)
  useSought(['person', 'unit'], ({ what, name }) => {
    setTab(what === 'person' ? 'people' : 'units')
    // What is sought may be complete and would be left out.
    setToAdd(false)
    setWords(name)
  })
  // With the columns of numbers the table needs the whole width.
  const alone = readOnly || nip || tab === 'partners'
  const fresh = tab !== 'partners' && lab.units.length === 0 && lab.people.length === 0
  const segments = [
    { value: 'units', label: `${t('people.units')} ${lab.units.length}` },
    { value: 'people', label: `${t('people.people')} ${lab.people.length}` },
    { value: 'partners', label: `${t('people.partners')} ${partners.length}` },
  ] as const
  return (
    <div className={css.page}>
      <PageTitle
        title={t('people.title')}
        lead={t('people.lead', { units: lab.units.length, people: lab.people.length })}
        side={
          <div className={css.acts}>
            {!readOnly && (
              <Button
                variant="default"
                leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />}
                onClick={() => setImporting(true)}
              >
                {t('people.import')}
              </Button>
            )}
            <ExportMenu />
          </div>
        }
      />
      <LastImportNote />
      {tab !== 'partners' && <FlagNote onShow={() => setToAdd(true)} />}
      <div className={css.columns} data-wide={alone || undefined}>
        <Panel>
          <div className={css.tools}>
            <Segmented label={t('people.show')} value={tab} segments={segments} onChange={setTab} />
            {tab !== 'partners' && !fresh && <Switches tab={tab} toAdd={toAdd} onToAdd={setToAdd} nip={nip} onNip={setNip} />}
            {!fresh && (
              <TextInput
                size="xs"
                aria-label={t('people.filter')}
                placeholder={t('people.filter')}
                leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            )}
          </div>
          {fresh && (
            <EmptyState
              title={t('people.emptyTitle')}
              text={t('people.emptyText')}
              acts={!readOnly && <Button onClick={() => setImporting(true)}>{t('people.importList')}</Button>}
            />
          )}
          {tab === 'units' && !fresh && <UnitTable words={wanted} toAdd={toAdd} nip={nip} />}
          {tab === 'people' && !fresh && <PersonTable words={wanted} toAdd={toAdd} nip={nip} />}
          {tab === 'partners' && <PartnerTable words={wanted} />}
        </Panel>
        {!alone && (
          <aside className={css.side} data-region="panel" tabIndex={-1}>
            {tab === 'units' ? <AddUnits /> : <AddPeople />}
          </aside>
        )}
      </div>
      {importing && <ImportPanel otherwise={tab === 'units' ? 'units' : 'people'} close={() => setImporting(false)} />}
    </div>
  )
}

function Switches(props: {
  readonly tab: 'units' | 'people'
  readonly toAdd: boolean
  readonly onToAdd: (on: boolean) => void
  readonly nip: boolean
  readonly onNip: (on: boolean) => void
}) {
  const t = useText()
  const { tab, toAdd, onToAdd, nip, onNip } = props
  return (
    <div className={css.switches}>
      <label>
        <input type="checkbox" checked={toAdd} onChange={(event) => onToAdd(event.currentTarget.checked)} />
        {t('people.toAdd')}
      </label>
      <label>
        <input type="checkbox" checked={nip} onChange={(event) => onNip(event.currentTarget.checked)} />
        {t(tab === 'units' ? 'people.showHeadNip' : 'people.showNip')}
      </label>
    </div>
  )
}
