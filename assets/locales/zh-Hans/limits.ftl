## Limits of the house's own templates

paper-error-too-slow = { $file }过了{ $seconds }秒仍未排完，已被中止。请更正模板（可能有无休止的重复），或将其移出活动的papers文件夹，改用内置模板打印。
paper-error-memory = { $file }需要超过{ $limit } MB内存，已被中止。请更正模板，或将其移出活动的papers文件夹，改用内置模板打印。
paper-error-pages = { $file }排出的页数超过{ $limit }页。请更正模板，或将其移出活动的papers文件夹，改用内置模板打印。
paper-error-ended = { $file }使排版中断。请更正模板，或将其移出活动的papers文件夹，改用内置模板打印。
paper-error-no-helper = 无法使用自定义模板：本程序的第二个进程未能启动（{ $detail }）。请重新启动Runsheet，或将模板移出活动的papers文件夹，改用内置模板打印。

## Hostile files

files-forged = { $file }在发布之后被人改动：内容与其指纹不符，已不是该版本。请放回未经改动的文件副本，或使用其他版本。
cli-not-a-folder = { $file }不是文件夹：打印全部文件时，请指定文件夹（没有便会建立），或以 .pdf 结尾的名称
