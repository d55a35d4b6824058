<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
<context>
    <name>FinetunePage</name>
    <message numerus="yes">
        <source>The model would learn from %n face(s).</source>
        <translation>
            <numerusform>The model would learn from %n face.</numerusform>
            <numerusform>The model would learn from %n faces.</numerusform>
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
</context>
<context>
    <name>PhotoJobs</name>
    <message numerus="yes">
        <source>%n face(s) of {name} could not be restored.</source>
        <translation>
            <numerusform>%n face of {name} could not be restored.</numerusform>
            <numerusform>%n faces of {name} could not be restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n job waiting</numerusform>
            <numerusform>%n jobs waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
