<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>%n face(s).</source>
        <translation>
            <numerusform>%n face.</numerusform>
            <numerusform>%n faces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you:</source>
        <translation>
            <numerusform>%n needs you:</numerusform>
            <numerusform>%n need you:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed.</source>
        <translation>
            <numerusform>%n photo failed.</numerusform>
            <numerusform>%n photos failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have no face.</source>
        <translation>
            <numerusform>%n photo has no face.</numerusform>
            <numerusform>%n photos have no face.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were not tried.</source>
        <translation>
            <numerusform>%n photo was not tried.</numerusform>
            <numerusform>%n photos were not tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Export %n</numerusform>
            <numerusform>Export %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Export %n</numerusform>
            <numerusform>Export %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are not exported.</source>
        <translation>
            <numerusform>%n photo is not exported.</numerusform>
            <numerusform>%n photos are not exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have faces that you drew and that are not restored.</source>
        <translation>
            <numerusform>%n photo has faces that you drew and that are not restored.</numerusform>
            <numerusform>%n photos have faces that you drew and that are not restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoration of %n photo(s)</source>
        <translation>
            <numerusform>Restoration of %n photo</numerusform>
            <numerusform>Restoration of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesktopApp</name>
    <message numerus="yes">
        <source>Bring back its %n photo(s) and what was chosen for them?</source>
        <translation>
            <numerusform>Bring back its %n photo and what was chosen for it?</numerusform>
            <numerusform>Bring back its %n photos and what was chosen for them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>All %n restored photo(s)</source>
        <translation>
            <numerusform>%n restored photo</numerusform>
            <numerusform>All %n restored photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n export(s) failed.</source>
        <translation>
            <numerusform>%n export failed.</numerusform>
            <numerusform>%n exports failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) had not been restored and were left as they are.</source>
        <translation>
            <numerusform>%n face had not been restored and was left as it is.</numerusform>
            <numerusform>%n faces had not been restored and were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in {folder}.</source>
        <translation>
            <numerusform>%n file was saved in {folder}.</numerusform>
            <numerusform>%n files were saved in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved beside their photos.</source>
        <translation>
            <numerusform>%n file was saved beside its photo.</numerusform>
            <numerusform>%n files were saved beside their photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as it is</source>
        <translation>
            <numerusform>%n left as it is</numerusform>
            <numerusform>%n left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not restored yet</source>
        <translation>
            <numerusform>%n not restored yet</numerusform>
            <numerusform>%n not restored yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged since its export</source>
        <translation>
            <numerusform>%n unchanged since its export</numerusform>
            <numerusform>%n unchanged since their export</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a face</source>
        <translation>
            <numerusform>%n without a face</numerusform>
            <numerusform>%n without a face</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacesStep</name>
    <message numerus="yes">
        <source>The model learns from %n face(s).</source>
        <translation>
            <numerusform>The model learns from %n face.</numerusform>
            <numerusform>The model learns from %n faces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are held out, to check what was learnt.</source>
        <translation>
            <numerusform>%n face is held out, to check what was learnt.</numerusform>
            <numerusform>%n faces are held out, to check what was learnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are too small to learn from.</source>
        <translation>
            <numerusform>%n face is too small to learn from.</numerusform>
            <numerusform>%n faces are too small to learn from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are left out</source>
        <translation>
            <numerusform>%n face is left out</numerusform>
            <numerusform>%n faces are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmHead</name>
    <message numerus="yes">
        <source>Change %n…</source>
        <translation>
            <numerusform>Change %n…</numerusform>
            <numerusform>Change %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n</source>
        <translation>
            <numerusform>Restore %n</numerusform>
            <numerusform>Restore %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Export %n</numerusform>
            <numerusform>Export %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmMenu</name>
    <message numerus="yes">
        <source>Close %n photo(s)</source>
        <translation>
            <numerusform>Close %n photo</numerusform>
            <numerusform>Close %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Open the last session (%n photo(s))</source>
        <translation>
            <numerusform>Open the last session (%n photo)</numerusform>
            <numerusform>Open the last session (%n photos)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tellings</name>
    <message numerus="yes">
        <source>%n of {count} files could not be opened</source>
        <translation>
            <numerusform>%n of {count} files could not be opened</numerusform>
            <numerusform>%n of {count} files could not be opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are marked in {name} where none was found</source>
        <translation>
            <numerusform>%n face is marked in {name} where none was found</numerusform>
            <numerusform>%n faces are marked in {name} where none was found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use the %n marked face(s)</source>
        <translation>
            <numerusform>Use the %n marked face</numerusform>
            <numerusform>Use the %n marked faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} could not be restored</source>
        <translation>
            <numerusform>%n face of {name} could not be restored</numerusform>
            <numerusform>%n faces of {name} could not be restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} were left as they are</source>
        <translation>
            <numerusform>%n face of {name} was left as it is</numerusform>
            <numerusform>%n faces of {name} were left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the files that were named are not there</source>
        <translation>
            <numerusform>%n of the files that were named is not there</numerusform>
            <numerusform>%n of the files that were named are not there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of this program were left out</source>
        <translation>
            <numerusform>%n result of this program was left out</numerusform>
            <numerusform>%n results of this program were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that cannot be read were left out</source>
        <translation>
            <numerusform>%n picture that cannot be read was left out</numerusform>
            <numerusform>%n pictures that cannot be read were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further photo(s) were not opened</source>
        <translation>
            <numerusform>%n further photo was not opened</numerusform>
            <numerusform>%n further photos were not opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToastRows</name>
    <message numerus="yes">
        <source>%n more: see “Needs you” below the photo.</source>
        <translation>
            <numerusform>%n more: see “Needs you” below the photo.</numerusform>
            <numerusform>%n more: see “Needs you” below the photo.</numerusform>
        </translation>
    </message>
</context>
</TS>
