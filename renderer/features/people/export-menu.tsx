/** Units and people as a file; NIP goes along only when somebody asks for it. */
import { Button, Popover } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { TableWanted } from '#shared/api/keeping.ts'
import { personTable, unitTable } from '#shared/rules/people-table.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useKeep } from '../../lab/use-keep.ts'
import css from './people.module.css'

type What = 'xlsx' | 'units' | 'people'

export function ExportMenu() {
  const t = useText()
  const { lab } = useOpenLab()
  const client = useLab()
  const language = useLanguage()
  const [nip, setNip] = useState(false)
  const [contacts, setContacts] = useState(true)
  const keep = useKeep()
  const write = (what: What): void => {
    const columns = { nip, contacts }
    const title = `${regionName(lab, t)} ${lab.year}`
    const key = what === 'xlsx' ? 'people.exportName' : what === 'units' ? 'people.exportUnitsName' : 'people.exportPeopleName'
    const tables = [
      ...(what === 'people' ? [] : [unitTable(lab, language, columns)]),
      ...(what === 'units' ? [] : [personTable(lab, language, columns)]),
    ]
    const wanted: TableWanted = {
      name: t(key, { lab: title }),
      format: what === 'xlsx' ? 'xlsx' : 'csv',
      sheets: tables.map((table) => ({
        name: table.name,
        columns: [...table.columns],
        rows: table.rows.map((row) => [...row]),
      })),
    }
    keep.run(() => client.table.write(wanted))
  }
  return (
    <Popover position="bottom-end" width={340} trapFocus onClose={keep.forget}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}>
          {t('people.export')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.exporting}>
        <strong>{t('people.exportTitle')}</strong>
        <label>
          <input type="checkbox" checked={contacts} onChange={(event) => setContacts(event.currentTarget.checked)} />
          {t('people.withContacts')}
        </label>
        <label>
          <input type="checkbox" checked={nip} onChange={(event) => setNip(event.currentTarget.checked)} />
          {t('people.withNip')}
        </label>
        <p>{t('people.privateHint')}</p>
        <Button variant="default" disabled={keep.busy} onClick={() => write('xlsx')}>
          {t('people.exportXlsx')}
        </Button>
        <Button variant="default" disabled={keep.busy} onClick={() => write('units')}>
          {t('people.exportUnitsCsv')}
        </Button>
        <Button variant="default" disabled={keep.busy} onClick={() => write('people')}>
          {t('people.exportPeopleCsv')}
        </Button>
        <p role="status">{keep.busy && t('people.writing')}</p>
        <KeptNote keep={keep} />
      </Popover.Dropdown>
    </Popover>
  )
}
