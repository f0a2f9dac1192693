/** The sheet on which one section is written. */
import { EditorContent, ReactNodeViewRenderer, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { sectionFragment } from '#shared/doc/proposal.ts'
import type { ProposalSection } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { sectionNumber, useDesk } from '../desk.tsx'
import { Remarks } from '../panel/remarks.tsx'
import { TrailKeys } from '../panel/trail-keys.tsx'
import { takeFocus } from '../wanted.ts'
import { noteCursor } from './cursor.ts'
import { undoTrailToo } from './edits.ts'
import css from './sheet.module.css'
import './editor.css'
import { sectionExtensions } from './extensions.ts'
import { cleanPasted, tableOfTabs } from './paste.ts'
import { PictureView } from './picture-view.tsx'
import { picturesIn } from './pictures.ts'
import { SourceStrip } from './source-strip.tsx'
import { FullBar, Toolbar } from './toolbar.tsx'
import { usePictures } from './use-pictures.ts'

export function SectionEditor({ section }: { readonly section: ProposalSection }) {
  const desk = useDesk()
  const { form, setEditor, wished, full, beside } = desk
  const t = useText()
  const both = useBoth()
  const { editor, pictures, clicked } = useSectionEditor(section)
  useEffect(() => {
    setEditor(editor)
    return () => setEditor(null)
  }, [editor, setEditor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish may be for the section that is open already
  useEffect(() => {
    if (takeFocus(section.key) !== null) editor.commands.focus('end')
  }, [editor, section.key, wished])
  const empty = useEditorState({ editor, selector: ({ editor: now }) => now.isEmpty })
  return (
    <section className={css.middle} aria-label={both(section.title)}>
      {full ? (
        <FullBar editor={editor} section={section} />
      ) : (
        <Toolbar editor={editor} section={section} addPictures={(files) => void pictures.add(editor, files)} />
      )}
      {pictures.trouble !== null && (
        <div className={css.trouble}>
          <ErrorBanner
            what={pictures.trouble.what}
            safe={pictures.trouble.safe}
            todo={pictures.trouble.todo}
            detail={pictures.trouble.detail}
            acts={
              <button type="button" className={css.plain} onClick={pictures.settle}>
                {t('proposal.close')}
              </button>
            }
          />
        </div>
      )}
      <div className={css.scroll}>
        <article className={css.sheet}>
          <h2>
            {sectionNumber(form, section.key)}. {both(section.title)}
          </h2>
          <p className={css.prompt}>{both(section.prompt)}</p>
          <div className={css.writing}>
            {empty && (
              <p className={css.placeholder} aria-hidden="true">
                {t('proposal.placeholder')}
              </p>
            )}
            <EditorContent editor={editor} />
          </div>
        </article>
        {!beside && !full && <Remarks key={section.key} under />}
      </div>
      {pictures.busy && (
        <p className={css.busy} role="status">
          {t('proposal.pictureReading')}
        </p>
      )}
      {!full && <SourceStrip editor={editor} clicked={clicked} />}
      {!full && <TrailKeys />}
    </section>
  )
}

function useSectionEditor(section: ProposalSection) {
  const desk = useDesk()
  const { doc, form, readOnly } = desk
  const t = useText()
  const both = useBoth()
  const pictures = usePictures(desk)
  const [clicked, setClicked] = useState<string | null>(null)
  // The handlers below live as long as the editor; what they need of today's drawing is looked up here.
  const now = useRef({ desk, pictures })
  now.current = { desk, pictures }
  const editor = useEditor(
    {
      extensions: sectionExtensions({
        fragment: sectionFragment(doc, form.id, section.key),
        pictureView: ReactNodeViewRenderer(PictureView),
      }),
      editable: !readOnly,
      // Its style element would be blocked by the policy; the few rules are in editor.css.
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      onCreate: ({ editor: made }) => undoTrailToo(made, doc),
      onFocus: ({ editor: used }) => noteCursor(used),
      onSelectionUpdate: () => setClicked(null),
      editorProps: {
        attributes: {
          class: 'writing',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('proposal.editor', { title: both(section.title) }),
          ...(readOnly ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
        },
        transformPastedHTML: (html) =>
          cleanPasted(html, {
            picture: (name) => now.current.desk.value.attachments[name] !== undefined,
            link: (id) => now.current.desk.value.trail.some((link) => link.id === id),
          }),
        handlePaste: (view, event) => {
          const data = event.clipboardData
          const table = readOnly || data?.getData('text/html') !== '' ? null : tableOfTabs(data.getData('text/plain'))
          if (table === null) return take(picturesIn(data))
          return view.pasteHTML(table)
        },
        handleDrop: (view, event, _slice, moved) => {
          const files = moved ? [] : picturesIn(event.dataTransfer)
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (files.length > 0 && place !== null) handle.current?.commands.setTextSelection(place.pos)
          return take(files)
        },
        handleClick: (_view, _at, event) => {
          const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-source]') : null
          setClicked(mark?.dataset['source'] ?? null)
          return false
        },
      },
    },
    [section.key, readOnly, doc],
  )
  const label = t('proposal.editor', { title: both(section.title) })
  // Tiptap reads its options once; the name of the field follows the language all the same.
  useEffect(() => {
    const props = editor?.options.editorProps
    if (editor && typeof props?.attributes === 'object')
      editor.setOptions({ editorProps: { ...props, attributes: { ...props.attributes, 'aria-label': label } } })
  }, [editor, label])
  const handle = useRef(editor)
  handle.current = editor
  const take = (files: readonly File[]): boolean => {
    if (files.length === 0 || readOnly) return false
    void now.current.pictures.add(handle.current, files)
    return true
  }
  return { editor, pictures, clicked }
}
