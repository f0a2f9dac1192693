/** Units and people as a file; NIP goes along only when somebody asks for it. */
import { Button, Popover } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import { personTable, unitTable } from '#shared/rules/people-table.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './people.module.css'
import { saveAs } from './save-as.ts'

type What = 'xlsx' | 'units' | 'people'
type State = { readonly busy: boolean; readonly kept: KeptFile | null; readonly trouble: Trouble | null }
const idle: State = { busy: false, kept: null, trouble: null }

export function ExportMenu() {
  const t = useText()
  const { lab } = useOpenLab()
  const client = useLab()
  const language = useLanguage()
  const [nip, setNip] = useState(false)
  const [contacts, setContacts] = useState(true)
  const [state, setState] = useState<State>(idle)
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
    setState({ ...idle, busy: true })
    client.table.write(wanted).then(
      (kept) => setState({ ...idle, kept }),
      (error: unknown) => setState({ ...idle, trouble: troubleOf(error) }),
    )
  }
  return (
    <Popover position="bottom-end" width={340} trapFocus onClose={() => setState(idle)}>
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
        <Button variant="default" disabled={state.busy} onClick={() => write('xlsx')}>
          {t('people.exportXlsx')}
        </Button>
        <Button variant="default" disabled={state.busy} onClick={() => write('units')}>
          {t('people.exportUnitsCsv')}
        </Button>
        <Button variant="default" disabled={state.busy} onClick={() => write('people')}>
          {t('people.exportPeopleCsv')}
        </Button>
        <div role="status">
          {state.busy && <p>{t('people.writing')}</p>}
          {state.kept && <Kept file={state.kept} onTrouble={(trouble) => setState({ ...idle, trouble })} />}
        </div>
        {state.trouble && (
          <ErrorBanner what={state.trouble.what} safe={state.trouble.safe} todo={state.trouble.todo} detail={state.trouble.detail} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Kept({ file, onTrouble }: { readonly file: KeptFile; readonly onTrouble: (trouble: Trouble) => void }) {
  const t = useText()
  const client = useLab()
  const about = useAbout()
  const failed = (error: unknown): void => onTrouble(troubleOf(error))
  const download = async (): Promise<void> => {
    const found = await client.document.file({ file: file.file })
    saveAs(new Blob([await found.arrayBuffer()], { type: found.type }), file.name)
  }
  return (
    <>
      <p className={css.where}>{t('people.savedTo', { file: file.file })}</p>
      <div className={css.acts}>
        {about?.canReveal && (
          <Button variant="subtle" size="xs" onClick={() => void client.document.reveal({ file: file.file }).catch(failed)}>
            {t('people.openFolder')}
          </Button>
        )}
        {about?.door === 'browser' && (
          <Button variant="subtle" size="xs" onClick={() => void download().catch(failed)}>
            {t('people.download')}
          </Button>
        )}
      </div>
    </>
  )
}
