/** Keeps a table as a workbook or as CSV and says where it lies. */
import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import { useText } from '../../app/text.ts'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import css from './monitor.module.css'

type Wanted = Pick<TableWanted, 'name' | 'sheets'>
type State =
  | { readonly now: 'idle' | 'working' }
  | { readonly now: 'done'; readonly file: KeptFile }
  | { readonly now: 'failed'; readonly trouble: Trouble }

/** @param make the table as it stands now; CSV keeps its first sheet */
export function KeepTable({ make }: { readonly make: () => Wanted }) {
  const t = useText()
  const client = useLab()
  const about = useAbout()
  const [state, setState] = useState<State>({ now: 'idle' })
  const keep = async (format: TableWanted['format']) => {
    setState({ now: 'working' })
    try {
      const file = await client.table.write({ ...make(), format })
      if (about?.door === 'browser') {
        const found = await client.document.file({ file: file.file })
        handOver(new Blob([await found.arrayBuffer()], { type: found.type }), file.name)
      }
      setState({ now: 'done', file })
    } catch (error) {
      setState({ now: 'failed', trouble: troubleOf(error) })
    }
  }
  return (
    <div className={css.keep}>
      <span role="status">
        {state.now === 'done' && t('monitor.kept', { name: state.file.name })}
        {state.now === 'failed' && `${state.trouble.what} ${state.trouble.todo}`}
      </span>
      {state.now === 'done' && about?.canReveal === true && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFolder size={16} stroke={1.75} aria-hidden />}
          onClick={() => void client.document.reveal({ file: state.file.file }).catch(() => undefined)}
        >
          {t('monitor.reveal')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={state.now === 'working'}
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          >
            {t('monitor.keep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void keep('xlsx')}>XLSX</Menu.Item>
          <Menu.Item onClick={() => void keep('csv')}>CSV</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** Puts the file among the downloads of the browser, which may run on another machine than the lab. */
function handOver(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the file once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
