/** Formatting, tables, pictures, undo, and the count of words against the limits of the section. */
import { Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMinimize,
  IconBlockquote,
  IconBold,
  IconClearFormatting,
  IconColumnInsertRight,
  IconColumnRemove,
  IconCornerDownLeft,
  IconDots,
  IconHeading,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPhotoPlus,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconTableRow,
  IconUnderline,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type ComponentPropsWithRef, useRef } from 'react'
import type { ProposalSection } from '#shared/model/pack.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { Kbd } from '../../../parts/index.ts'
import { useDesk } from '../desk.tsx'
import { wasWritten } from './cursor.ts'
import { insertHeading, insertTable, lineBelowTable } from './edits.ts'
import css from './sheet.module.css'

type Props = { readonly editor: Editor; readonly section: ProposalSection; readonly addPictures: (files: readonly File[]) => void }

export function Toolbar({ editor, section, addPictures }: Props) {
  const { readOnly } = useDesk()
  const t = useText()
  const picker = useRef<HTMLInputElement>(null)
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      bold: e.isActive('bold'),
      italic: e.isActive('italic'),
      heading: e.isActive('heading'),
      bullets: e.isActive('bulletList'),
      numbers: e.isActive('orderedList'),
      table: e.isActive('table'),
      undo: e.can().undo(),
      redo: e.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div className={css.toolbar}>
      {!readOnly && (
        <div className={css.tools} role="toolbar" aria-label={t('proposal.toolbar')} onKeyDown={alongTools}>
          <Tool label={t('proposal.bold')} keys="Ctrl B" icon={IconBold} on={now.bold} onClick={() => chain().toggleBold().run()} />
          <Tool label={t('proposal.italic')} keys="Ctrl I" icon={IconItalic} on={now.italic} onClick={() => chain().toggleItalic().run()} />
          <HeadingMenu editor={editor} section={section} on={now.heading} />
          <Tool
            label={t('proposal.bullets')}
            keys="Ctrl Shift 8"
            icon={IconList}
            on={now.bullets}
            onClick={() => chain().toggleBulletList().run()}
          />
          <Tool
            label={t('proposal.numbers')}
            keys="Ctrl Shift 7"
            icon={IconListNumbers}
            on={now.numbers}
            onClick={() => chain().toggleOrderedList().run()}
          />
          <Tool label={t('proposal.table')} icon={IconTable} disabled={now.table} onClick={() => insertTable(editor)} />
          <Tool label={t('proposal.picture')} icon={IconPhotoPlus} onClick={() => picker.current?.click()} />
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            multiple
            hidden
            aria-label={t('proposal.picture')}
            onChange={({ currentTarget }) => {
              addPictures([...(currentTarget.files ?? [])])
              // The same file may be chosen again.
              currentTarget.value = ''
            }}
          />
          <MoreMenu editor={editor} />
          <Tool label={t('proposal.undo')} keys="Ctrl Z" icon={IconArrowBackUp} disabled={!now.undo} onClick={() => chain().undo().run()} />
          <Tool
            label={t('proposal.redo')}
            keys="Ctrl Y"
            icon={IconArrowForwardUp}
            disabled={!now.redo}
            onClick={() => chain().redo().run()}
          />
        </div>
      )}
      <Count section={section} />
      {!readOnly && now.table && (
        <div className={css.tableTools} role="toolbar" aria-label={t('proposal.table')} onKeyDown={alongTools}>
          <WideTool label={t('proposal.addRow')} icon={IconRowInsertBottom} onClick={() => chain().addRowAfter().run()} />
          <WideTool label={t('proposal.addColumn')} icon={IconColumnInsertRight} onClick={() => chain().addColumnAfter().run()} />
          <WideTool label={t('proposal.deleteRow')} icon={IconRowRemove} onClick={() => chain().deleteRow().run()} />
          <WideTool label={t('proposal.deleteColumn')} icon={IconColumnRemove} onClick={() => chain().deleteColumn().run()} />
          <WideTool label={t('proposal.headRow')} icon={IconTableRow} onClick={() => chain().toggleHeaderRow().run()} />
          <WideTool label={t('proposal.lineBelow')} icon={IconCornerDownLeft} onClick={() => lineBelowTable(editor)} />
          <WideTool label={t('proposal.deleteTable')} icon={IconTableOff} onClick={() => chain().deleteTable().run()} />
        </div>
      )}
    </div>
  )
}

/** Arrow keys go along the tools, as in any toolbar. */
function alongTools(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const all: readonly (Element | null)[] = tools
  const at = all.indexOf(document.activeElement)
  if (at < 0) return
  event.preventDefault()
  tools[(at + step + tools.length) % tools.length]?.focus()
}

function Count({ section }: { readonly section: ProposalSection }) {
  const { counts } = useDesk()
  const t = useText()
  const language = useLanguage()
  const count = counts.find(({ key }) => key === section.key)
  if (count === undefined) return null
  const n = (value: number) => formatNumber(value, language)
  const over = count.state === 'lebih'
  const sentence = over
    ? t('proposal.overMax', { over: n(count.words - (count.max ?? 0)) })
    : count.words < count.min
      ? t('proposal.underMin', { words: n(count.words), min: n(count.min) })
      : count.max === null
        ? t('proposal.words', { words: n(count.words) })
        : t('proposal.ofMax', { words: n(count.words), max: n(count.max), left: n(count.max - count.words) })
  return (
    <p className={css.count} data-over={over || undefined}>
      {sentence}
    </p>
  )
}

type ToolProps = {
  readonly label: string
  readonly icon: TablerIcon
  readonly keys?: string
  readonly on?: boolean
} & Omit<ComponentPropsWithRef<'button'>, 'type' | 'children'>

function Tool({ label, icon: Icon, keys, on, className, ...rest }: ToolProps) {
  return (
    <button
      type="button"
      // What opens a menu is given a class of its own by the menu.
      className={`${css.tool} ${className ?? ''}`}
      aria-pressed={on}
      title={keys}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control').replaceAll(' ', '+')}
      // The selection in the text must outlive the click.
      onMouseDown={(event) => event.preventDefault()}
      {...rest}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      {label}
    </button>
  )
}

function WideTool({ label, icon: Icon, onClick }: { readonly label: string; readonly icon: TablerIcon; readonly onClick: () => void }) {
  return (
    <button type="button" className={css.wideTool} onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {label}
    </button>
  )
}

/** What is needed now and then: underline, quotation, levels of a list, and taking formatting away. */
function MoreMenu({ editor }: { readonly editor: Editor }) {
  const t = useText()
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      underline: e.isActive('underline'),
      quote: e.isActive('blockquote'),
      deeper: e.can().sinkListItem('listItem'),
      up: e.can().liftListItem('listItem'),
    }),
  })
  const chain = () => editor.chain().focus()
  const icon = (Icon: TablerIcon) => <Icon size={16} stroke={1.75} aria-hidden />
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Tool label={t('proposal.more')} icon={IconDots} on={now.underline || now.quote} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={icon(IconUnderline)} rightSection={<Kbd>Ctrl U</Kbd>} onClick={() => chain().toggleUnderline().run()}>
          {t(now.underline ? 'proposal.noUnderline' : 'proposal.underline')}
        </Menu.Item>
        <Menu.Item leftSection={icon(IconBlockquote)} onClick={() => chain().toggleBlockquote().run()}>
          {t(now.quote ? 'proposal.noQuote' : 'proposal.quote')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={icon(IconIndentIncrease)}
          rightSection={<Kbd>Tab</Kbd>}
          disabled={!now.deeper}
          onClick={() => chain().sinkListItem('listItem').run()}
        >
          {t('proposal.listDeeper')}
        </Menu.Item>
        <Menu.Item
          leftSection={icon(IconIndentDecrease)}
          rightSection={<Kbd>Shift Tab</Kbd>}
          disabled={!now.up}
          onClick={() => chain().liftListItem('listItem').run()}
        >
          {t('proposal.listUp')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={icon(IconClearFormatting)} onClick={() => clearFormat(editor)}>
          {t('proposal.clearFormat')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Where words come from is no formatting, so that stays. */
const clearFormat = (editor: Editor): void => void editor.chain().focus().unsetBold().unsetItalic().unsetUnderline().clearNodes().run()

/** All there is beside the sheet while it fills the screen. */
export function FullBar({ editor, section }: { readonly editor: Editor; readonly section: ProposalSection }) {
  const { setFull } = useDesk()
  const t = useText()
  const leave = (): void => {
    setFull(false)
    editor.commands.focus()
  }
  return (
    <div className={css.toolbar} data-full>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconArrowsMinimize size={16} stroke={1.75} aria-hidden />}
        rightSection={<Kbd>Esc</Kbd>}
        aria-keyshortcuts="Escape"
        onClick={leave}
      >
        {t('proposal.leaveFull')}
      </Button>
      <Count section={section} />
    </div>
  )
}

/** The subheadings the pack offers, and headings of one's own. */
function HeadingMenu({ editor, section, on }: { readonly editor: Editor; readonly section: ProposalSection; readonly on: boolean }) {
  const t = useText()
  const both = useBoth()
  const chain = () => editor.chain().focus()
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Tool label={t('proposal.heading')} icon={IconHeading} on={on} />
      </Menu.Target>
      <Menu.Dropdown>
        {section.subheads.length > 0 && <Menu.Label>{t('proposal.headings')}</Menu.Label>}
        {section.subheads.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => insertHeading(editor, both(label), !wasWritten(editor))}>
            {both(label)}
          </Menu.Item>
        ))}
        {section.subheads.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => chain().setHeading({ level: 3 }).run()}>{t('proposal.heading')}</Menu.Item>
        <Menu.Item onClick={() => chain().setHeading({ level: 4 }).run()}>{t('proposal.smallHeading')}</Menu.Item>
        <Menu.Item onClick={() => chain().setParagraph().run()}>{t('proposal.paragraph')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
